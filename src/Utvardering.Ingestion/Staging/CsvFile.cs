using System.Globalization;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Ingestion.Staging;

/// <summary>A CSV file that was looked at and not yet read: its text, delimiter and header.</summary>
/// <param name="Header">The first row's cells, trimmed.</param>
/// <param name="Headed">Whether the first line is a header.</param>
/// <param name="Ragged">Whether rows may have one cell more than the header, or fewer.</param>
internal sealed record CsvFile(TextFile Text, char Delimiter, IReadOnlyList<string> Header, bool Headed, bool Ragged)
{
    /// <summary>The place of a column; letter case and the kind of blank do not count. Null when the file lacks it.</summary>
    public int? Find(string title) => Header.ToList().FindIndex(cell => string.Equals(Plain(cell), Plain(title), StringComparison.OrdinalIgnoreCase)) is var index and >= 0
        ? index
        : null;

    /// <summary>SQL: the file as a table of texts c0, c1, …. Rows that can't be read are put aside in the table reject_errors.</summary>
    public string Scan()
    {
        var columns = string.Join(", ", Enumerable.Range(0, Header.Count + (Ragged ? 1 : 0)).Select(index => $"'c{index}': 'VARCHAR'"));
        return $"read_csv({SqlText.Literal(Text.Utf8File)}, auto_detect = false, header = false, skip = {(Headed ? 1 : 0)}, "
            + $"delim = {SqlText.Literal(Delimiter.ToString())}, quote = '\"', escape = '\"', columns = {{{columns}}}, store_rejects = true"
            + (Ragged ? ", null_padding = true, parallel = false)" : ")");
    }

    /// <summary>SQL: whether a row has anything but blanks in it.</summary>
    public string Filled()
    {
        var cells = string.Join(", ", Header.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"c{index}")));
        return CsvTable.Trimmed($"concat({cells})") + " <> ''";
    }

    private static string Plain(string title) => title.Replace('\u00A0', ' ').Composed();
}
