namespace Utvardering.Ingestion.Spreadsheets;

/// <param name="Column">From 1.</param>
/// <param name="Text">Null: an empty cell, shown for its look.</param>
internal sealed record SheetCell(int Column, string? Text, CellLook Look = CellLook.Plain);
