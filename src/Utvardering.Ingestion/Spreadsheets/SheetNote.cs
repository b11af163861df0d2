namespace Utvardering.Ingestion.Spreadsheets;

/// <summary>A comment on a cell.</summary>
/// <param name="Column">From 1.</param>
internal sealed record SheetNote(long Row, int Column, string Text)
{
    /// <summary>Who comments: by this name a returned workbook's comments are known for ours.</summary>
    public const string Author = "Utvärderingens kontroll";
}
