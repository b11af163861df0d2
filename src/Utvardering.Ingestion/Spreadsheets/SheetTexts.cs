namespace Utvardering.Ingestion.Spreadsheets;

/// <summary>A sheet of a workbook as it was read, as texts.</summary>
/// <param name="Rows">From the sheet's first row; cells from column A, null when empty. Numbers with a decimal point, days as yyyy-MM-dd.</param>
/// <param name="Merged">Ranges of merged cells, counted from 0, ends included; their text stands in the first cell.</param>
internal sealed record SheetTexts(string Name, IReadOnlyList<string?[]> Rows, IReadOnlyList<(int FirstRow, int LastRow, int FirstColumn, int LastColumn)> Merged)
{
    /// <summary>The rows with the text of merged cells in all of their cells.</summary>
    public IReadOnlyList<string?[]> Filled()
    {
        var filled = Rows.Select(row => row.ToArray()).ToList();
        foreach (var (firstRow, lastRow, firstColumn, lastColumn) in Merged.Where(range => range.FirstRow < filled.Count && range.FirstColumn < filled[range.FirstRow].Length))
        {
            var text = filled[firstRow][firstColumn];
            for (var row = firstRow; row <= Math.Min(lastRow, filled.Count - 1); row++)
            {
                for (var column = firstColumn; column <= Math.Min(lastColumn, filled[row].Length - 1); column++)
                {
                    filled[row][column] ??= text;
                }
            }
        }

        return filled;
    }
}
