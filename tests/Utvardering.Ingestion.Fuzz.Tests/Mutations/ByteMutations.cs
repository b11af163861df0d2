using System.Text;

namespace Utvardering.Ingestion.Fuzz.Tests.Mutations;

/// <summary>Damage that knows nothing of what the bytes mean.</summary>
internal static class ByteMutations
{
    private static readonly byte[][] Marks = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0], [0, 0, 0, 0], [0xFF], [0x1A], [0x0D], [0x0A], "PK\u0003\u0004"u8.ToArray(), [0xD0, 0xCF, 0x11, 0xE0]];

    /// <param name="other">Another file of the same kind, to splice with.</param>
    public static (string Step, byte[] Bytes) Of(byte[] bytes, byte[] other, Draws draws)
    {
        if (bytes.Length == 0)
        {
            return ("grow", [(byte)draws.Below(256)]);
        }

        var place = draws.Below(bytes.Length);
        var length = 1 + draws.Below(Math.Min(draws.Chance(50) ? 8 : 400, bytes.Length - place));
        switch (draws.Below(9))
        {
            case 0 or 1:
                var flipped = bytes.ToArray();
                flipped[place] ^= (byte)(1 << draws.Below(8));
                return ($"flip {place}", flipped);
            case 2:
                var written = bytes.ToArray();
                written[place] = (byte)draws.Below(256);
                return ($"byte {place}", written);
            case 3:
                return ($"insert {place}", [.. bytes[..place], .. draws.Of(Marks), .. bytes[place..]]);
            case 4:
                return ($"delete {place}+{length}", [.. bytes[..place], .. bytes[(place + length)..]]);
            case 5:
                return ($"duplicate {place}+{length}", [.. bytes[..(place + length)], .. bytes[place..]]);
            case 6:
                return ($"truncate {place}", bytes[..place]);
            case 7:
                return ($"splice {place}", [.. bytes[..place], .. other[draws.Below(other.Length)..]]);
            default:
                return ($"swap {place}+{length}", [.. bytes[(place + length)..], .. bytes[place..(place + length)], .. bytes[..place]]);
        }
    }

    /// <summary>A text in another encoding than it was, or with its letters taken apart.</summary>
    public static (string Step, byte[] Bytes) Encoded(byte[] bytes, Draws draws)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var name = draws.Of(["utf-8", "utf-16", "utf-16BE", "utf-32", "macintosh", "windows-1252", "iso-8859-1", "ibm850"]);
        var encoding = Encoding.GetEncoding(name);
        var text = System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
        text = draws.Chance(30) ? Apart(text) : text;
        return ($"encode {name}", [.. draws.Chance(50) ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)]);
    }

    // Normalisation refuses what is no character.
    private static string Apart(string text) => text.Replace("\uFFFE", "", StringComparison.Ordinal).Replace("\uFFFF", "", StringComparison.Ordinal).Normalize(NormalizationForm.FormD);
}
