using System.Text.Unicode;

namespace Utvardering.Ingestion.Staging;

/// <summary>Finds a text's encoding from all of its bytes.</summary>
/// <remarks>
/// UTF-8 text is hardly ever valid by accident, so what is valid UTF-8 is UTF-8. Text in UTF-16 has a zero byte in most pairs. Of the
/// one-byte encodings, å, ä and ö lie at 80–9F in Mac Roman and at C0–FF in the two others; and bytes 80–9F are letters and quotes in
/// windows-1252 but control codes in ISO-8859-1.
/// </remarks>
internal static class EncodingDetection
{
    private static readonly byte[] MacLetters = [0x8A, 0x8C, 0x9A, 0x80, 0x81, 0x85];
    private static readonly byte[] LatinLetters = [0xE5, 0xE4, 0xF6, 0xC5, 0xC4, 0xD6];

    public static string Of(string file)
    {
        using var stream = File.OpenRead(file);
        return Of(stream);
    }

    /// <param name="stream">One that can be read twice.</param>
    public static string Of(Stream stream)
    {
        // Room for a character that a block's end has cut, and more.
        var buffer = new byte[(int)Math.Clamp(stream.Length, 4, 1 << 20)];
        var (kept, valid, first) = (0, true, true);
        for (int read; (read = stream.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var bytes = buffer.AsSpan(0, kept + read);
            if (first && Wide(bytes) is { } wide)
            {
                return wide;
            }

            first = false;
            var whole = WholeCharacters(bytes);
            valid &= Utf8.IsValid(bytes[..whole]);
            if (!valid)
            {
                return OfOneByte(stream, buffer);
            }

            bytes[whole..].CopyTo(buffer);
            kept = bytes.Length - whole;
        }

        return kept == 0 ? TextFileReader.Utf8 : OfOneByte(stream, buffer);
    }

    /// <summary>UTF-16 by its byte order mark, or by zeros in every other byte.</summary>
    private static string? Wide(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith<byte>([0xFF, 0xFE]))
        {
            return TextFileReader.Utf16;
        }

        if (start.StartsWith<byte>([0xFE, 0xFF]))
        {
            return TextFileReader.Utf16BigEnd;
        }

        var pairs = Math.Min(start.Length, 4096) / 2;
        var (even, odd) = (0, 0);
        for (var pair = 0; pair < pairs; pair++)
        {
            even += start[2 * pair] == 0 ? 1 : 0;
            odd += start[(2 * pair) + 1] == 0 ? 1 : 0;
        }

        return odd > pairs / 2 && even == 0 ? TextFileReader.Utf16 : even > pairs / 2 && odd == 0 ? TextFileReader.Utf16BigEnd : null;
    }

    private static string OfOneByte(Stream stream, byte[] buffer)
    {
        stream.Position = 0;
        var counts = new long[256];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            foreach (var value in buffer.AsSpan(0, read))
            {
                counts[value]++;
            }
        }

        if (MacLetters.Sum(letter => counts[letter]) > LatinLetters.Sum(letter => counts[letter]))
        {
            return TextFileReader.MacRoman;
        }

        return counts.AsSpan(0x80, 0x20).ContainsAnyExcept(0) ? TextFileReader.Windows : TextFileReader.Latin1;
    }

    /// <summary>How many bytes there are before a character that the block's end may have cut.</summary>
    private static int WholeCharacters(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var lead = bytes[^back];
            if (lead >= 0xC0)
            {
                var length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
                return length > back ? bytes.Length - back : bytes.Length;
            }

            if (lead < 0x80)
            {
                break;
            }
        }

        return bytes.Length;
    }
}
