namespace Utvardering.Ingestion.Spreadsheets;

/// <param name="Number">From 1, rising.</param>
/// <param name="Cells">By rising column.</param>
internal sealed record SheetRow(long Number, IReadOnlyList<SheetCell> Cells);
