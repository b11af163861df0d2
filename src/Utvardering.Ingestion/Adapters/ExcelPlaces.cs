using System.Globalization;
using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Spreadsheets;
using Utvardering.Ingestion.Staging;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// Finds the cells of a sheet that a problem is about. A row of the sheet becomes a row of the dataset for each figure, and the check knows
/// the sheet's row only: the cells of it that hold the value at fault are the place.
/// </summary>
/// <param name="figures">The sheet's figures.</param>
/// <param name="range">How the problems name the columns of figures.</param>
internal sealed class ExcelPlaces(ExcelFigures figures, string range)
{
    private readonly Lazy<ILookup<long, (string Column, IReadOnlyList<string?> Cells)>> rows = new(() => figures.Rows
        .Select((row, index) => (row.Row, Cell: (ColumnLetters.Of(figures.FigureColumns[index % figures.FigureColumns.Count]), row.Cells)))
        .ToLookup(row => row.Row, row => row.Cell));

    /// <summary>The same problem with the letters of its columns, and the row of the header where a header is at fault; unchanged where no cell has the value.</summary>
    public Problem At(Problem problem)
    {
        var header = problem.Column is ['r', 'o', 'w', .. var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : (int?)null;
        var place = problem.Column == range ? figures.Columns.Count - 1 : header is null ? -1 : figures.Columns.ToList().IndexOf(problem.Column!);
        if (problem.Row is not { } at || figures.FigureColumns.Count == 0 || place < 0)
        {
            return problem;
        }

        var columns = rows.Value[at].Where(cell => Same(cell.Cells[place], problem.Value)).Select(cell => cell.Column).Distinct().ToList();
        return columns.Count == 0 ? problem : problem with { Row = header ?? at, Column = string.Join(", ", columns) };
    }

    private static bool Same(string? cell, string? value) => cell == value || (value is not null && WrittenNumber.Plain(cell) == value);
}
