using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Utvardering.Ingestion.Fuzz.Tests.Mutations;

/// <summary>Values, names and lists of JSON text.</summary>
internal static class JsonMutations
{
    public static (string Step, byte[] Bytes) Of(byte[] bytes, Draws draws)
    {
        var parts = JsonPart.Of(bytes);
        if (parts.Count == 0)
        {
            return ("no json", [.. bytes, .. "{}"u8]);
        }

        // Leaves are most of the values; outer ones are drawn as often as they deserve.
        var groups = draws.Chance(25) ? parts.Where(part => part.Kind is JsonTokenType.StartArray or JsonTokenType.StartObject).ToList() : [];
        var part = draws.Of(groups.Count > 0 ? groups : parts);
        var text = Encoding.UTF8.GetString(bytes, part.Start, part.End - part.Start);
        switch (draws.Below(14))
        {
            case 0:
                return ($"remove {part.From}", Removed(bytes, part));
            case 1:
                return ($"twice {part.From}", [.. bytes[..part.End], (byte)',', .. bytes[part.From..]]);
            case 2:
                var other = draws.Of(parts);
                return ($"value of {other.Start} at {part.Start}", Replaced(bytes, part, bytes[other.Start..other.End]));
            case 3:
                var depth = 1 << draws.Below(12);
                return ($"deep {depth} at {part.Start}", Replaced(bytes, part, $"{new string('[', depth)}{text}{new string(']', depth)}"));
            case 4 when part.NameStart is { } name:
                return ($"rename {name}", [.. bytes[..(name + 1)], .. draws.Of<string>(["x", "", "\\u0000", "values"]).Select(letter => (byte)letter), .. bytes[(name + 1)..]]);
            case 5 when part.NameStart is { } name:
                return ($"same name again {name}", [.. bytes[..part.End], .. Encoding.UTF8.GetBytes($",{Encoding.UTF8.GetString(bytes, name, part.Start - name)}{draws.Of(Nasty.Json)}"), .. bytes[part.End..]]);
            case 6 when part.Kind == JsonTokenType.StartArray:
                return ($"shorter list {part.Start}", Replaced(bytes, part, $"[{string.Join(',', text[1..^1].Split(',').Skip(1))}]"));
            case 7 or 8 when part.Kind == JsonTokenType.Number:
                return ($"number {part.Start}", Replaced(bytes, part, Near(text, draws)));
            case 9 or 10 when part.Kind == JsonTokenType.String:
                var given = draws.Of(Nasty.Texts);
                return ($"text '{given}' at {part.Start}", Replaced(bytes, part, draws.Chance(70) ? JsonSerializer.Serialize(given) : $"\"{given}\""));
            default:
                var nasty = draws.Of(Nasty.Json);
                return ($"{nasty} at {part.Start}", Replaced(bytes, part, nasty));
        }
    }

    private static string Near(string number, Draws draws) =>
        double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? draws.Below(5) switch
            {
                0 => (value + 1).ToString("R", CultureInfo.InvariantCulture),
                1 => (-value).ToString("R", CultureInfo.InvariantCulture),
                2 => (value / 3).ToString("R", CultureInfo.InvariantCulture),
                3 => $"\"{number}\"",
                _ => number + "00000000",
            }
            : "0";

    /// <summary>Without the value, its name, and one of the commas beside.</summary>
    private static byte[] Removed(byte[] bytes, JsonPart part)
    {
        var end = part.End;
        while (end < bytes.Length && bytes[end] is (byte)' ' or (byte)'\n' or (byte)'\r')
        {
            end++;
        }

        if (end < bytes.Length && bytes[end] == (byte)',')
        {
            return [.. bytes[..part.From], .. bytes[(end + 1)..]];
        }

        var comma = bytes.AsSpan(0, part.From).TrimEnd(" \r\n"u8);
        return [.. comma.EndsWith(","u8) ? comma[..^1] : comma, .. bytes[part.End..]];
    }

    private static byte[] Replaced(byte[] bytes, JsonPart part, string by) => Replaced(bytes, part, Encoding.UTF8.GetBytes(by));

    private static byte[] Replaced(byte[] bytes, JsonPart part, byte[] by) => [.. bytes[..part.Start], .. by, .. bytes[part.End..]];
}
