using System.Text;
using System.Text.Unicode;
using Utvardering.Ingestion.Checks;

namespace Utvardering.Ingestion.Deliveries.Reading;

/// <summary>Bytes in memory to text.</summary>
/// <remarks>
/// UTF-8 text is hardly ever valid by accident. Of the one-byte encodings å, ä and ö lie at 80–9F in Mac Roman and above C0 in the
/// others, of which only windows-1252 has characters at 80–9F at all.
/// </remarks>
internal static class DeliveredEncoding
{
    private static readonly byte[] MacLetters = [0x8A, 0x8C, 0x9A, 0x80, 0x81, 0x85];
    private static readonly byte[] LatinLetters = [0xE5, 0xE4, 0xF6, 0xC5, 0xC4, 0xD6];

    static DeliveredEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <returns>Null when the bytes are no text.</returns>
    public static (string Text, string Encoding, IReadOnlyList<Problem> Faults)? Decode(byte[] bytes, string? declared)
    {
        // Any bytes are text of one byte a letter. Of the others the bytes themselves tell, and a wrong declaration is a fault of the form:
        // the gate must see the text all the same.
        var found = declared is "iso-8859-1" or "windows-1252" or "macintosh" ? declared : Find(bytes);
        var text = Encoding.GetEncoding(found).GetString(bytes).TrimStart('\uFEFF');
        if (text.Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n' or '\f' or (>= '\u0080' and <= '\u009F'))))
        {
            return null;
        }

        return (text, found, declared is null || declared == found ? [] : [FileProblems.Encoding(declared)]);
    }

    private static string Find(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] || Zeros(bytes, 1) > bytes.Length / 4)
        {
            return "utf-16";
        }

        if (bytes is [0xFE, 0xFF, ..] || Zeros(bytes, 0) > bytes.Length / 4)
        {
            return "utf-16BE";
        }

        if (Utf8.IsValid(bytes))
        {
            return "utf-8";
        }

        var mac = bytes.Count(value => MacLetters.Contains(value));
        return mac > bytes.Count(value => LatinLetters.Contains(value)) ? "macintosh"
            : bytes.AsSpan().ContainsAnyInRange((byte)0x80, (byte)0x9F) ? "windows-1252"
            : "iso-8859-1";
    }

    private static int Zeros(byte[] bytes, int place) => bytes.Where((value, index) => index % 2 == place && value == 0).Count();
}
