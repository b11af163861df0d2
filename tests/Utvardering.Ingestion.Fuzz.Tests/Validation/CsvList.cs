using System.Text;

namespace Utvardering.Ingestion.Fuzz.Tests.Validation;

/// <summary>The project's own lists (comma, quotation marks doubled inside cells), read without anything of the program.</summary>
internal static class CsvList
{
    /// <summary>The rows by column; an empty cell is "".</summary>
    public static IReadOnlyList<Dictionary<string, string>> Read(string file)
    {
        var rows = Cells(File.ReadAllText(file)).Where(row => row.Count > 1 || row[0].Length > 0).ToList();
        return [.. rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))];
    }

    private static IEnumerable<List<string>> Cells(string text)
    {
        var (row, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var letter in text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\"\"", "\uE000", StringComparison.Ordinal))
        {
            switch (letter)
            {
                case '"':
                    quoted = !quoted;
                    break;
                case ',' or '\n' when !quoted:
                    row.Add(cell.ToString().Replace('\uE000', '"'));
                    cell.Clear();
                    if (letter == '\n')
                    {
                        yield return row;
                        row = [];
                    }

                    break;
                default:
                    cell.Append(letter);
                    break;
            }
        }
    }
}
