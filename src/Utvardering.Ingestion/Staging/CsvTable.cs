using System.Globalization;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Ingestion.Staging;

/// <summary>A CSV file's rows as texts in a table of the work database.</summary>
/// <param name="Table">Columns c0, c1, …; in file order.</param>
internal sealed record CsvTable(string Table, CsvFile File)
{
    /// <summary>The first row's cells, trimmed; as many as there are columns also where the file has no header.</summary>
    public IReadOnlyList<string> Header => File.Header;

    /// <summary>
    /// SQL: the row's number in the file, the header being 1, as an editor shows it (a quoted cell with line breaks counts as one row).
    /// </summary>
    public string Row => RowOf(File, "rowid");

    /// <inheritdoc cref="Row"/>
    /// <param name="place">SQL: the row's number, from 0, among those that have a character.</param>
    public static string RowOf(CsvFile file, string place)
    {
        var row = $"{place} + {(file.Headed ? 2 : 1)}";
        if (file.Text.BlankLines.Count == 0)
        {
            return row;
        }

        // The k-th blank line at line L stands before the rows that are numbered L - k and up when blank lines are not counted.
        var places = string.Join(", ", file.Text.BlankLines.Select((line, index) => (line - index).ToString(CultureInfo.InvariantCulture)));
        return $"{row} + len(list_filter([{places}], lambda place: place <= {row}))";
    }

    /// <inheritdoc cref="CsvFile.Find"/>
    public int? Find(string title) => File.Find(title);

    /// <summary>SQL: a cell without surrounding blanks (non-breaking ones too); null when nothing is left.</summary>
    public static string Cell(int index) =>
        string.Create(CultureInfo.InvariantCulture, $"nullif(trim(c{index}, {SqlText.Literal(" \t\u00A0\u202F")}), '')");
}
