namespace Utvardering.Ingestion.Deliveries.Reading;

/// <summary>
/// Texts in bytes whose form is not known: every run of letters, digits and signs, one byte or two each. What a form puts around a text
/// (its length, the end mark) can look like one letter more, so each run comes with and without its first and last.
/// </summary>
internal static class TextRuns
{
    // The shortest thing that the personal-data gate knows, an e-mail address, has six: a@b.se.
    private const int Shortest = 6;

    public static IEnumerable<string> Of(byte[] bytes) => Narrow(bytes).Concat(Wide(bytes, 0)).Concat(Wide(bytes, 1)).SelectMany(Trimmed);

    private static IEnumerable<string> Narrow(byte[] bytes)
    {
        for (var (at, start) = (0, 0); at <= bytes.Length; at++)
        {
            if (at == bytes.Length || bytes[at] is not (9 or (>= 0x20 and <= 0x7E) or (>= 0xA0 and < 0xFF)))
            {
                if (at - start >= Shortest)
                {
                    yield return System.Text.Encoding.Latin1.GetString(bytes, start, at - start);
                }

                start = at + 1;
            }
        }
    }

    private static IEnumerable<string> Wide(byte[] bytes, int from)
    {
        for (var (at, start) = (from, from); at <= bytes.Length; at += 2)
        {
            if (at + 1 >= bytes.Length || !IsWritten((char)(bytes[at] | (bytes[at + 1] << 8))))
            {
                if (at - start >= 2 * Shortest)
                {
                    yield return System.Text.Encoding.Unicode.GetString(bytes, start, at - start);
                }

                start = at + 2;
            }
        }
    }

    /// <summary>Latin letters, signs and blanks, and digits of the scripts that the gate reads; what else two bytes can mean is mostly no text.</summary>
    private static bool IsWritten(char c) => c is '\t' or (>= ' ' and <= '~') or (>= '\u00A0' and <= '\u024F') or (>= '\u2000' and <= '\u206F') or '\u2212'
        || (c >= '\u0660' && char.IsDigit(c)) || c is >= '\uFF00' and <= '\uFF5E';

    private static IEnumerable<string> Trimmed(string run) => [run, run[1..], run[..^1], run[1..^1]];
}
