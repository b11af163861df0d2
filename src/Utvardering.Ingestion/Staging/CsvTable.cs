using System.Globalization;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Ingestion.Staging;

/// <summary>SQL over a CSV file as a table of texts: columns c0, c1, …, in file order.</summary>
internal static class CsvTable
{
    /// <summary>
    /// SQL: the row's number in the file, the header being 1, as an editor shows it (a quoted cell with line breaks counts as one row).
    /// </summary>
    /// <param name="place">SQL: the row's number, from 0, among those that have a character.</param>
    public static string RowOf(CsvFile file, string place)
    {
        var row = $"{place} + {(file.Headed ? 2 : 1)}";
        return BlankLines(file) is { } blank ? LineOf(row, blank) : row;
    }

    /// <summary>SQL: the same of a row's number that counts no blank lines.</summary>
    /// <param name="blank">SQL of <see cref="BlankLines"/>.</param>
    public static string LineOf(string row, string blank) => $"{row} + coalesce(len(list_filter({blank}, lambda place: place <= {row})), 0)";

    /// <summary>SQL: a list of the rows that each blank line stands before, as numbered when blank lines are not counted; null when there is none.</summary>
    public static string? BlankLines(CsvFile file) => file.Text.BlankLines.Count == 0
        ? null
        // The k-th blank line at line L stands before the rows that are numbered L - k and up.
        : $"[{string.Join(", ", file.Text.BlankLines.Select((line, index) => (line - index).ToString(CultureInfo.InvariantCulture)))}]";

    /// <summary>SQL: a cell without surrounding blanks (non-breaking ones too); null when nothing is left.</summary>
    public static string Cell(int index) => $"nullif({Trimmed(string.Create(CultureInfo.InvariantCulture, $"c{index}"))}, '')";

    /// <summary>SQL: a text without surrounding blanks, non-breaking ones too.</summary>
    public static string Trimmed(string sql) => $"trim({sql}, {SqlText.Literal(" \t\u00A0\u202F")})";
}
