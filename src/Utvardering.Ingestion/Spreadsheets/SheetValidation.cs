namespace Utvardering.Ingestion.Spreadsheets;

/// <summary>What may be typed into a column.</summary>
/// <param name="Column">From 1.</param>
/// <param name="List">A range such as <c>'Koder'!$A$2:$A$9</c>; null: a whole number, or with <paramref name="Decimals"/> any, of 0 or more.</param>
/// <param name="Hint">Shown beside the cell, at most 255 characters.</param>
internal sealed record SheetValidation(int Column, long FirstRow, long LastRow, string? List, bool Decimals, string HintTitle, string Hint);
