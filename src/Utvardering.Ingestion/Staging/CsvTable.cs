using System.Globalization;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Ingestion.Staging;

/// <summary>A CSV file's rows as texts in a table of the work database.</summary>
/// <param name="Table">Columns c0, c1, …; in file order.</param>
/// <param name="Header">The first row's cells, trimmed; as many as there are columns also where the file has no header.</param>
/// <param name="Headed">Whether the first line is a header.</param>
internal sealed record CsvTable(string Table, IReadOnlyList<string> Header, TextFile Text, bool Headed = true)
{
    /// <summary>
    /// SQL: the row's number in the file, the header being 1, as an editor shows it (a quoted cell with line breaks counts as one row).
    /// </summary>
    public string Row
    {
        get
        {
            var row = Headed ? "rowid + 2" : "rowid + 1";
            if (Text.BlankLines.Count == 0)
            {
                return row;
            }

            // The k-th blank line at line L stands before the rows that are numbered L - k and up when blank lines are not counted.
            var places = string.Join(", ", Text.BlankLines.Select((line, index) => (line - index).ToString(CultureInfo.InvariantCulture)));
            return $"{row} + len(list_filter([{places}], lambda place: place <= {row}))";
        }
    }

    /// <summary>The place of a column; letter case and the kind of blank do not count. Null when the file lacks it.</summary>
    public int? Find(string title) => Header.ToList().FindIndex(cell => string.Equals(Plain(cell), Plain(title), StringComparison.OrdinalIgnoreCase)) is var index and >= 0
        ? index
        : null;

    /// <summary>SQL: a cell without surrounding blanks (non-breaking ones too); null when nothing is left.</summary>
    public static string Cell(int index) =>
        string.Create(CultureInfo.InvariantCulture, $"nullif(trim(c{index}, {SqlText.Literal(" \t\u00A0\u202F")}), '')");

    private static string Plain(string title) => title.Replace('\u00A0', ' ').Composed();
}
