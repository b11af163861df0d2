using System.Text;

namespace Utvardering.Ingestion.Staging;

/// <summary>One line of delimited text by itself, for headers and for small files whose rows differ in form.</summary>
internal static class DelimitedLine
{
    /// <summary>What Swedish programs write.</summary>
    public const char Usual = ';';

    private static readonly char[] Delimiters = [Usual, '\t', ',', '|'];

    /// <summary>The delimiter that stands oftenest outside quotation marks; <see cref="Usual"/> when none does.</summary>
    public static char Delimiter(string line)
    {
        var outside = new StringBuilder();
        var quoted = false;
        foreach (var sign in line)
        {
            quoted ^= sign == '"';
            outside.Append(quoted ? ' ' : sign);
        }

        var text = outside.ToString();
        return Delimiters.MaxBy(delimiter => text.AsSpan().Count(delimiter));
    }

    /// <summary>The cells, without surrounding blanks (non-breaking ones too) and quotation marks; <c>&amp;nbsp;</c> as a blank.</summary>
    public static List<string> Cells(string text, char delimiter)
    {
        // Before the line is cut: the mark ends with the commonest delimiter.
        var line = text.Replace("&nbsp;", " ", StringComparison.Ordinal);
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == delimiter && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        cells.Add(cell.ToString().Trim());
        return cells;
    }
}
