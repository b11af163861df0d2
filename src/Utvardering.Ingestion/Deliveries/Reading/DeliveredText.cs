using System.Text;
using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Deliveries.Contract;

namespace Utvardering.Ingestion.Deliveries.Reading;

/// <summary>Delimited text: semicolon, comma, tab or bar, quoted cells as spreadsheets write them.</summary>
internal static class DeliveredText
{
    private static readonly char[] Delimiters = [';', ',', '\t', '|'];

    public static DeliveredFile Read(string text, string encoding, IReadOnlyList<Problem> faults, DeliveryContract contract)
    {
        var delimiter = Delimiters.MaxBy(candidate => Header(text, candidate).Count(title => contract.Find(title) is not null));
        var rows = Rows(text, delimiter, quotes: true, out var unclosed);
        if (unclosed is { } line)
        {
            // The rest of the file would be one cell: read as if quotation marks were letters, it can still be judged.
            rows = Rows(text, delimiter, quotes: false, out _);
            faults = [.. faults, FileProblems.Structure(line, "UNQUOTED VALUE", null, 0)];
        }

        var file = DeliveredFile.Of(rows, [], unread: null, encoding, faults);
        return file with { Faults = [.. file.Faults, .. TooShort(file, delimiter)] };
    }

    private static IEnumerable<Problem> TooShort(DeliveredFile file, char delimiter) => file.Rows
        .Where(row => row.Cells.Count < file.Header.Count)
        .Select(row => FileProblems.Structure(row.Number, "MISSING COLUMNS", string.Join(delimiter, row.Cells), file.Header.Count));

    private static IEnumerable<string> Header(string text, char delimiter)
    {
        var first = text.AsSpan().Trim("\r\n \t;,|");
        var end = first.IndexOfAny('\r', '\n');
        return Rows((end < 0 ? first : first[..end]).ToString(), delimiter, quotes: true, out _) is [var row, ..] ? row.Cells.OfType<string>() : [];
    }

    /// <param name="unclosed">The row where a quotation mark stands that nothing closes.</param>
    private static List<DeliveredRow> Rows(string text, char delimiter, bool quotes, out long? unclosed)
    {
        var rows = new List<DeliveredRow>();
        var cells = new List<string?>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else if (c == '"')
                {
                    quoted = false;
                }
                else
                {
                    cell.Append(c);
                }
            }
            else if (c == '"' && quotes && cell.Length == 0)
            {
                quoted = true;
            }
            else if (c == delimiter)
            {
                EndCell();
            }
            else if (c is '\n' or '\r')
            {
                i += c == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                EndRow();
            }
            else
            {
                cell.Append(c);
            }
        }

        unclosed = quoted ? rows.Count + 1 : null;
        if (cell.Length > 0 || cells.Count > 0)
        {
            EndRow();
        }

        return rows;

        void EndCell()
        {
            cells.Add(DeliveredFileReader.Cell(cell.ToString()));
            cell.Clear();
        }

        void EndRow()
        {
            EndCell();
            rows.Add(new(rows.Count + 1, cells));
            cells = [];
        }
    }
}
