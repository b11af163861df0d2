using System.Text.RegularExpressions;

namespace Utvardering.Ingestion.Adapters;

/// <summary>Takes the rows of Brå's page one by one and remembers the headers and the region they stand under.</summary>
internal sealed partial class BraBlockReader
{
    private readonly List<(long Row, string Region, string Offence, string Year, string? Count, string? Rate)> rows = [];
    private readonly SortedDictionary<int, string> years = [];
    private readonly Dictionary<int, bool> countsByColumn = [];
    private readonly HashSet<string> offences = new(StringComparer.Ordinal);
    private string? region;

    /// <summary>How many blocks of headers there were.</summary>
    public int Headers { get; private set; }

    /// <summary>One row a region, offence and year; marks and numbers as written.</summary>
    public IReadOnlyList<(long Row, string Region, string Offence, string Year, string? Count, string? Rate)> Rows => rows;

    /// <returns>What is wrong with the row; null when it was understood.</returns>
    public string? Take(long row, IReadOnlyList<string> written)
    {
        var cells = written.Select(cell => cell.Replace("&nbsp;", " ", StringComparison.Ordinal).Replace('\u00A0', ' ').Trim()).ToList();
        var filled = cells.Index().Skip(1).Where(cell => cell.Item.Length > 0).ToList();
        if (cells[0].Length == 0)
        {
            filled.ForEach(cell => Header(cell.Index, cell.Item));
            return null;
        }

        if (cells[0].StartsWith("Anmälda brott", StringComparison.OrdinalIgnoreCase))
        {
            Headers++;
            years.Clear();
            countsByColumn.Clear();
            return null;
        }

        // A workbook has empty cells where the text has "..": an offence is known by its form, or from a row with figures.
        if (filled.Count == 0 && !Chapter().IsMatch(cells[0]) && !offences.Contains(cells[0]))
        {
            region = cells[0];
            return null;
        }

        if (region is null || years.Count == 0 || countsByColumn.Count == 0)
        {
            return region is null ? "region" : "år";
        }

        offences.Add(cells[0]);
        return filled.Count > 0 ? Figures(row, cells[0], filled) : NoFigures(row, cells[0]);
    }

    private string? Figures(long row, string offence, List<(int Index, string Item)> filled)
    {
        foreach (var year in filled.GroupBy(cell => YearOf(cell.Index)))
        {
            if (year.Key is null || year.Any(cell => !countsByColumn.ContainsKey(cell.Index)))
            {
                return "rubrik";
            }

            var figures = year.ToLookup(cell => countsByColumn[cell.Index], cell => cell.Item);
            rows.Add((row, region!, offence, year.Key, figures[true].FirstOrDefault(), figures[false].FirstOrDefault()));
        }

        return null;
    }

    private string? NoFigures(long row, string offence)
    {
        rows.AddRange(years.Values.Select(year => (row, region!, offence, year, (string?)null, (string?)null)));
        return null;
    }

    private void Header(int column, string text)
    {
        if (Year().IsMatch(text))
        {
            years[column] = text;
        }
        else if (text.StartsWith("Antal", StringComparison.OrdinalIgnoreCase) || text.StartsWith("/100 000", StringComparison.Ordinal))
        {
            countsByColumn[column] = text[0] != '/';
        }
    }

    /// <summary>A year stands over its first column only.</summary>
    private string? YearOf(int column) => years.LastOrDefault(year => year.Key <= column).Value;

    [GeneratedRegex(@"\A[0-9]+(-[0-9]+)? kap[.]")]
    private static partial Regex Chapter();

    [GeneratedRegex(@"\A[0-9]{4}( ?prel[.]?)?\z")]
    private static partial Regex Year();
}
