using System.Globalization;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Ingestion.Staging;

/// <summary>A CSV file's rows as texts in a table of the work database.</summary>
/// <param name="Table">Columns c0, c1, …; in file order.</param>
/// <param name="Header">The first row's cells, trimmed.</param>
internal sealed record CsvTable(string Table, IReadOnlyList<string> Header, TextFile Text)
{
    /// <summary>
    /// SQL: the row's number in the file, the header being 1, as an editor shows it (a quoted cell with line breaks counts as one row).
    /// </summary>
    public string Row
    {
        get
        {
            if (Text.BlankLines.Count == 0)
            {
                return "rowid + 2";
            }

            // The k-th blank line at line L stands before the rows that are numbered L - k and up when blank lines are not counted.
            var places = string.Join(", ", Text.BlankLines.Select((line, index) => (line - index).ToString(CultureInfo.InvariantCulture)));
            return $"rowid + 2 + len(list_filter([{places}], lambda place: place <= rowid + 2))";
        }
    }

    /// <summary>The place of a column; letter case does not count. Null when the file lacks it.</summary>
    public int? Find(string title) => Header.ToList().FindIndex(cell => string.Equals(cell, title, StringComparison.OrdinalIgnoreCase)) is var index and >= 0
        ? index
        : null;

    /// <summary>SQL: a cell without surrounding blanks (non-breaking ones too); null when nothing is left.</summary>
    public static string Cell(int index) =>
        string.Create(CultureInfo.InvariantCulture, $"nullif(trim(c{index}, {SqlText.Literal(" \t\u00A0\u202F")}), '')");
}
