using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Utvardering.Ingestion.Fuzz.Tests.Mutations;

/// <summary>Parts of a workbook: their XML, their names, and what the zip says of them.</summary>
internal static partial class ZipMutations
{
    private const int Bomb = 4 << 20;

    public static (string Step, byte[] Bytes) Of(byte[] bytes, byte[] other, Draws draws)
    {
        if (Unpacked(bytes) is not { Count: > 0 } parts)
        {
            return ByteMutations.Of(bytes, other, draws);
        }

        // Most of what is read stands in the sheets.
        var sheets = parts.Where(part => part.Name.Contains("sheet", StringComparison.Ordinal)).ToList();
        var part = draws.Of(sheets.Count > 0 && draws.Chance(75) ? sheets : parts);
        var place = parts.IndexOf(part);
        switch (draws.Below(16))
        {
            case 0:
                parts.RemoveAt(place);
                return ($"without {part.Name}", Packed(parts));
            case 1:
                return ($"{part.Name} twice", Packed([.. parts, part]));
            case 2:
                parts[place] = (draws.Of(["x", "/", "../x", part.Name.ToUpperInvariant(), part.Name.Replace('/', '\\'), new string('a', 3000)]), part.Content);
                return ($"rename {part.Name}", Packed(parts));
            // Each takes as long as a hundred others.
            case 3 when draws.Chance(25):
                parts[place] = (part.Name, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(part.Content).Replace("<sheetData>", "<sheetData>" + new string(' ', Bomb), StringComparison.Ordinal)));
                return ($"bomb {part.Name}", Packed(parts));
            case 4:
                return Header(bytes, draws);
            case 5:
                var (damage, damaged) = ByteMutations.Of(part.Content, part.Content, draws);
                parts[place] = (part.Name, damaged);
                return ($"{part.Name}: {damage}", Packed(parts));
            default:
                var (step, xml) = Xml(Encoding.UTF8.GetString(part.Content), draws);
                parts[place] = (part.Name, Encoding.UTF8.GetBytes(xml));
                return ($"{part.Name}: {step}", Packed(parts));
        }
    }

    private static (string Step, string Xml) Xml(string xml, Draws draws)
    {
        var places = (draws.Chance(60) ? Texts() : Attributes()).Matches(xml);
        if (places.Count == 0)
        {
            return ("no xml", xml + "<");
        }

        var place = places[draws.Below(places.Count)].Groups[1];
        switch (draws.Below(6))
        {
            case 0:
                var nasty = draws.Of(Nasty.Xml);
                return ($"{nasty} at {place.Index}", xml.Remove(place.Index, place.Length).Insert(place.Index, nasty));
            case 1:
                var other = places[draws.Below(places.Count)].Groups[1];
                return ($"value of {other.Index} at {place.Index}", xml.Remove(place.Index, place.Length).Insert(place.Index, other.Value));
            case 2 when Rows().Matches(xml) is { Count: > 0 } rows:
                var row = rows[draws.Below(rows.Count)];
                return draws.Chance(50) ? ($"row again {row.Index}", xml.Insert(row.Index, row.Value)) : ($"row removed {row.Index}", xml.Remove(row.Index, row.Length));
            default:
                var text = draws.Of(Nasty.Texts);
                return ($"'{text}' at {place.Index}", xml.Remove(place.Index, place.Length).Insert(place.Index, System.Security.SecurityElement.Escape(text)));
        }
    }

    /// <summary>A size, an offset or a method in the zip's list of parts that isn't so.</summary>
    private static (string Step, byte[] Bytes) Header(byte[] bytes, Draws draws)
    {
        var entries = Enumerable.Range(0, bytes.Length - 46).Where(place => bytes.AsSpan(place).StartsWith("PK\u0001\u0002"u8)).ToList();
        if (entries.Count == 0)
        {
            return ("no list", bytes[..^1]);
        }

        var field = draws.Of([8, 10, 16, 20, 24, 28, 30, 42]);
        var changed = bytes.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(changed.AsSpan(draws.Of(entries) + field), draws.Of([0u, 1u, 9u, 0x7FFFFFFFu, 0xFFFFFFFFu, 0xFFFFFFFEu, 600u << 20]));
        return ($"list of parts +{field}", changed);
    }

    private static List<(string Name, byte[] Content)>? Unpacked(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            return [.. zip.Entries.Select(entry =>
            {
                using var stream = entry.Open();
                using var content = new MemoryStream();
                stream.CopyTo(content);
                return (entry.FullName, content.ToArray());
            })];
        }
        catch (Exception error) when (error is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    private static byte[] Packed(IEnumerable<(string Name, byte[] Content)> parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
                // The clock must not get into the mutant.
                entry.LastWriteTime = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    [GeneratedRegex(">([^<>]+)<")]
    private static partial Regex Texts();

    [GeneratedRegex("=\"([^\"]*)\"")]
    private static partial Regex Attributes();

    [GeneratedRegex("<row .*?</row>", RegexOptions.Singleline)]
    private static partial Regex Rows();
}
