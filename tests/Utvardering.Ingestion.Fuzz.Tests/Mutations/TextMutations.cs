using System.Text;

namespace Utvardering.Ingestion.Fuzz.Tests.Mutations;

/// <summary>Lines and cells of delimited text. Bytes go through ISO-8859-1 and back, which keeps them whatever they are.</summary>
internal static class TextMutations
{
    private static readonly char[] Delimiters = [';', ',', '\t', '|'];

    public static (string Step, byte[] Bytes) Of(byte[] bytes, Draws draws)
    {
        var lines = Encoding.Latin1.GetString(bytes).Split('\n').ToList();
        var line = draws.Below(Math.Max(1, lines.Count - 1));
        var other = draws.Below(lines.Count);
        string step;
        switch (draws.Below(14))
        {
            case 0:
                step = $"repeat line {line}";
                lines.Insert(other, lines[line]);
                break;
            case 1:
                step = $"remove line {line}";
                lines.RemoveAt(line);
                break;
            case 2:
                step = $"swap lines {line} {other}";
                (lines[line], lines[other]) = (lines[other], lines[line]);
                break;
            case 3:
                step = $"blank line {line}";
                lines.Insert(line, draws.Of(["", "\r", "   ", ";;;;;", "\f"]));
                break;
            case 4:
                step = $"end of line {line}";
                lines[line] = lines[line].TrimEnd('\r') + draws.Of(["", "\r", "\r\r", "\u0085", "\u000B"]);
                break;
            case 5:
                var ends = draws.Of(["\r", "\r\n", "\n\n", "\u0085"]);
                return ("ends of lines", Encoding.Latin1.GetBytes(string.Join(ends, lines.Select(each => each.TrimEnd('\r')))));
            default:
                (step, lines[line]) = Cell(lines, line, draws);
                break;
        }

        return (step, Encoding.Latin1.GetBytes(string.Join('\n', lines)));
    }

    private static (string Step, string Line) Cell(List<string> lines, int number, Draws draws)
    {
        var line = lines[number].TrimEnd('\r');
        var end = lines[number][line.Length..];
        var delimiter = Delimiters.MaxBy(sign => line.Count(letter => letter == sign));
        var cells = line.Split(delimiter).ToList();
        var column = draws.Below(cells.Count);
        string step;
        switch (draws.Below(12))
        {
            case 0:
                step = "delimiter";
                cells.Insert(column, "");
                break;
            case 1:
                step = "remove cell";
                cells.RemoveAt(column);
                break;
            case 2:
                step = "swap cells";
                var with = draws.Below(cells.Count);
                (cells[column], cells[with]) = (cells[with], cells[column]);
                break;
            case 3:
                step = "quote cell";
                cells[column] = $"\"{cells[column]}{draws.Of(["\"", "", "\"\"", "\n\"", $"{delimiter}\""])}";
                break;
            case 4:
                step = "long cell";
                cells[column] = new string(draws.Of(['1', 'a', ' ', '"']), 1 << (4 + draws.Below(12)));
                break;
            case 5 or 6:
                // A value that stands in the same column elsewhere: right in form, perhaps wrong in place.
                step = "value of another row";
                var row = lines[draws.Below(lines.Count)].TrimEnd('\r').Split(delimiter);
                cells[column] = row[Math.Min(column, row.Length - 1)];
                break;
            case 7 or 8:
                step = "digit";
                cells[column] = Digit(cells[column], draws);
                break;
            default:
                var value = draws.Of(Nasty.Texts);
                step = $"value '{value}'";
                cells[column] = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(value));
                break;
        }

        return ($"{step} at {number}:{column}", string.Join(delimiter, cells) + end);
    }

    private static string Digit(string cell, Draws draws)
    {
        var places = cell.Index().Where(letter => char.IsAsciiDigit(letter.Item)).Select(letter => letter.Index).ToList();
        return places.Count == 0 ? cell + draws.Below(10) : cell.Remove(draws.Of(places), 1).Insert(draws.Of(places), $"{draws.Below(10)}");
    }
}
