using System.Text;

namespace Utvardering.Reporting.Documents;

/// <summary>
/// A table as a data file. Swedish: semicolons between columns and decimal commas, English: commas and decimal points, as a spreadsheet
/// of the language opens them; UTF-8 with BOM, since a spreadsheet otherwise takes å, ä and ö wrong. Source, version and the mark of
/// made-up figures stand in columns of their own, so that they follow every row that is copied.
/// </summary>
internal static class CsvFile
{
    public static byte[] Make(ReportDocument document, ReportTable table)
    {
        var language = document.Language;
        var separator = language.Say(";", ",");
        var columns = table.Columns.Index().Where(column => !column.Item.IsPageOnly).ToList();
        IReadOnlyList<string> Extra(string source, string version, string? mark) => mark is null ? [source, version] : [source, version, mark];
        var lines = table.Rows
            .Select((row, i) => (Row: row, Source: table.RowSources?[i] ?? table.Source))
            .Select(line => columns.Select(column => line.Row[column.Index].Data).Concat(Extra(line.Source.Text, line.Source.Vintage, document.Mark)))
            .Prepend(columns.Select(column => column.Item.Title).Concat(Extra(
                language.Say("Källa", "Source"), "Version", document.Mark is null ? null : language.Say("Märkning", "Mark"))));
        var text = string.Concat(lines.Select(line => string.Join(separator, line.Select(field => Quote(field, separator))) + "\r\n"));
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];
    }

    private static string Quote(string field, string separator)
        => field.Contains(separator, StringComparison.Ordinal) || field.AsSpan().IndexOfAny('"', '\n', '\r') >= 0
            ? "\"" + field.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
            : field;
}
