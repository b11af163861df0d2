using System.Globalization;
using System.Text.RegularExpressions;
using Utvardering.Ingestion.Spreadsheets;

namespace Utvardering.Ingestion.Adapters;

/// <summary>A sheet's figures, one row each: the other cells of its row, the headers over it, and itself.</summary>
/// <param name="Columns"><c>A</c>, <c>B</c> … (columns without figures), <c>row4</c> … (headers), and <c>value</c> where the settings say which columns are figures.</param>
/// <param name="Rows">The sheet's row number and the cells by column.</param>
/// <param name="FigureColumns">Which columns of the sheet are figures: <paramref name="Rows"/> has one for each, in turn. Empty where a row of the sheet is a row.</param>
internal sealed partial record ExcelFigures(IReadOnlyList<string> Columns, IReadOnlyList<(long Row, IReadOnlyList<string?> Cells)> Rows, IReadOnlyList<int> FigureColumns)
{
    public const string Value = "value";

    public static ExcelFigures Of(SheetTexts sheet, ExcelSettings settings)
    {
        var cells = sheet.Filled();
        // A sheet may say that it is wider than what stands in it.
        var width = cells.Select(row => Array.FindLastIndex(row, cell => cell is not null) + 1).DefaultIfEmpty(0).Max();
        var headers = settings.HeaderRows.Select(row => Header(cells, row, settings.FillRight.Contains(row), width)).ToList();
        var figures = ColumnsOfFigures(settings, headers, width);
        var keys = Enumerable.Range(0, width).Except(figures).ToList();
        var rows = new List<(long, IReadOnlyList<string?>)>();
        foreach (var (number, row) in DataRows(cells, settings, width))
        {
            var own = keys.Select(column => row[column]);
            rows.AddRange(settings.Values is null
                ? [(number, [.. own])]
                : figures.Select(column => (number, (IReadOnlyList<string?>)[.. own, .. headers.Select(header => header[column]), row[column]])));
        }

        return new(
            [
                .. keys.Select(ColumnLetters.Of),
                .. settings.Values is null ? [] : settings.HeaderRows.Select(row => string.Create(CultureInfo.InvariantCulture, $"row{row}")).Append(Value),
            ],
            rows,
            figures);
    }

    /// <summary>The range of figures as Excel shows it, for the reports.</summary>
    public static string Range(ExcelSettings settings) => settings.Values is { } values
        ? $"{ColumnLetters.Of(values.First)}–{(values.Last is { } last ? ColumnLetters.Of(last) : "")}"
        : "";

    private static string?[] Header(IReadOnlyList<string?[]> cells, int row, bool fillRight, int width)
    {
        var header = new string?[width];
        for (var column = 0; column < width; column++)
        {
            header[column] = Text(cells, row - 1, column) ?? (fillRight && column > 0 ? header[column - 1] : null);
        }

        return header;
    }

    private static List<int> ColumnsOfFigures(ExcelSettings settings, List<string?[]> headers, int width)
    {
        if (settings.Values is not { } values)
        {
            return [];
        }

        var last = Math.Min(values.Last ?? Array.FindLastIndex(headers[^1], header => header is not null), width - 1);
        return [.. Enumerable.Range(values.First, Math.Max(0, last - values.First + 1))];
    }

    private static IEnumerable<(long Number, string?[] Row)> DataRows(IReadOnlyList<string?[]> cells, ExcelSettings settings, int width)
    {
        var above = new string?[width];
        for (var row = settings.FirstRow - 1; row < cells.Count; row++)
        {
            var texts = Enumerable.Range(0, width).Select(column => Text(cells, row, column)).ToArray();
            if (texts.FirstOrDefault(text => text is not null) is not { } first)
            {
                continue;
            }

            if (settings.Ends is not null && Regex.IsMatch(first, settings.Ends, RegexOptions.CultureInvariant))
            {
                yield break;
            }

            foreach (var column in settings.FillDown.Where(column => column < width))
            {
                texts[column] ??= above[column];
            }

            above = texts;
            yield return (row + 1, texts);
        }
    }

    /// <summary>A cell without the sign of a footnote after its text: "Borås1)", "Sundsvall*", "2023 ²".</summary>
    private static string? Text(IReadOnlyList<string?[]> cells, int row, int column) =>
        row < cells.Count && column < cells[row].Length && cells[row][column] is { } text ? FootnoteSign().Replace(text, "") : null;

    // After a digit the sign must stand apart: 20231) may be 2023 and 1), or 20 and 231).
    [GeneratedRegex(@"((?<=[^0-9\s])\s*|(?<=[0-9])\s+)[0-9]{1,2}\)\z|(?<=\S)\s*(\*+|[\u00B9\u00B2\u00B3\u2070\u2074-\u2079]+)\z")]
    private static partial Regex FootnoteSign();
}
