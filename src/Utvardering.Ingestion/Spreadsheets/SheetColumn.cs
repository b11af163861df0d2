namespace Utvardering.Ingestion.Spreadsheets;

/// <param name="Width">In characters.</param>
/// <param name="Look">Of cells that are still empty.</param>
internal sealed record SheetColumn(double Width, CellLook Look = CellLook.Plain);
