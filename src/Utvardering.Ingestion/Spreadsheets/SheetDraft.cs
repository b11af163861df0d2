namespace Utvardering.Ingestion.Spreadsheets;

/// <summary>A sheet to be written.</summary>
internal sealed record SheetDraft(string Name)
{
    public IReadOnlyList<SheetColumn> Columns { get; init; } = [];

    public required IEnumerable<SheetRow> Rows { get; init; }

    /// <summary>How many rows stay in sight.</summary>
    public long FrozenRows { get; init; }

    public IReadOnlyList<SheetValidation> Validations { get; init; } = [];

    public IReadOnlyList<SheetNote> Notes { get; init; } = [];
}
