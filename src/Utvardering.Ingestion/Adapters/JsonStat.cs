using System.Globalization;
using System.Text.Json;

namespace Utvardering.Ingestion.Adapters;

/// <summary>A json-stat2 dataset cell by cell, the last dimension running fastest.</summary>
/// <seealso href="https://json-stat.org/full/"/>
internal static class JsonStat
{
    // Sources answer a few hundred thousand at a time.
    private const long MostCells = 5_000_000;

    /// <summary>Code by dimension, value as written (null when missing) and the cell's mark (null when it has none).</summary>
    public static IEnumerable<(IReadOnlyDictionary<string, string> Codes, string? Value, string? Mark)> Cells(JsonElement json)
    {
        var names = json.GetProperty("id").EnumerateArray().Select(name => name.GetString() ?? "").ToArray();
        var codes = names.Select(name => PxWebMetadata.Codes(json.GetProperty("dimension").GetProperty(name))).ToArray();
        var sizes = json.GetProperty("size").EnumerateArray().Select(size => size.GetInt32()).ToArray();
        if (!sizes.SequenceEqual(codes.Select(list => list.Count)))
        {
            throw new FormatException("'size' does not fit the dimensions' codes.");
        }

        // Ten short lists of codes multiply to more cells than there is memory for.
        var cells = sizes.Aggregate(1L, (product, size) => Math.Min(product * size, MostCells + 1));
        if (cells > MostCells)
        {
            throw new FormatException($"'size' says more than {MostCells} cells.");
        }

        var count = (int)cells;
        var values = At(json, "value", count);
        var marks = At(json, "status", count);
        for (var cell = 0; cell < count; cell++)
        {
            yield return (CodesOf(cell, names, codes), values(cell), marks(cell));
        }
    }

    /// <summary>What the publisher says that readers of the figures must know.</summary>
    public static List<string> Notes(JsonElement json) => json.TryGetProperty("note", out var notes) && notes.ValueKind == JsonValueKind.Array
        ? [.. notes.EnumerateArray().Select(note => note.GetString() ?? "").Where(note => note.Length > 0)]
        : [];

    private static Dictionary<string, string> CodesOf(int cell, string[] names, List<string>[] codes)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var dimension = names.Length - 1; dimension >= 0; dimension--)
        {
            found[names[dimension]] = codes[dimension][cell % codes[dimension].Count];
            cell /= codes[dimension].Count;
        }

        return found;
    }

    /// <summary><c>value</c> is a list of all cells or an object of those present; <c>status</c> may also be one text for all cells, or absent.</summary>
    private static Func<int, string?> At(JsonElement json, string property, int count)
    {
        if (!json.TryGetProperty(property, out var part))
        {
            return property == "value" ? throw new FormatException("'value' is missing.") : _ => null;
        }

        switch (part.ValueKind)
        {
            case JsonValueKind.Array:
                var list = part.EnumerateArray().Select(Text).ToArray();
                return list.Length == count ? cell => list[cell] : throw new FormatException($"'{property}' has {list.Length} cells, not {count}.");
            case JsonValueKind.Object:
                var map = Map(part, property, count);
                return cell => map.GetValueOrDefault(cell);
            case JsonValueKind.String:
                return _ => part.GetString();
            default:
                throw new FormatException($"'{property}' is neither a list nor an object.");
        }
    }

    private static Dictionary<int, string?> Map(JsonElement part, string property, int count)
    {
        var map = new Dictionary<int, string?>();
        foreach (var cell in part.EnumerateObject())
        {
            if (!int.TryParse(cell.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place >= count || !map.TryAdd(place, Text(cell.Value)))
            {
                throw new FormatException($"'{property}' names the cell '{cell.Name}', which is not one of the {count} or stands there twice.");
            }
        }

        return map;
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };
}
