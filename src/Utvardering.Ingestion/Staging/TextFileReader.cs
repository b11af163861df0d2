using System.Text;

namespace Utvardering.Ingestion.Staging;

/// <summary>Finds a text file's encoding once, from its bytes, and transcodes it to UTF-8 when it is in another.</summary>
/// <remarks>
/// UTF-8 text is hardly ever valid by accident, so what is valid UTF-8 is UTF-8. Of the others, bytes 80–9F are letters and quotes in
/// windows-1252 and control codes in ISO-8859-1: any of them tells the two apart.
/// </remarks>
internal static class TextFileReader
{
    public const string Utf8 = "utf-8";
    public const string Utf16 = "utf-16";
    public const string Latin1 = "iso-8859-1";
    public const string Windows = "windows-1252";

    static TextFileReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="declared">The encoding the source states; null to find it out.</param>
    /// <exception cref="DecoderFallbackException">The bytes can't be in the declared encoding.</exception>
    public static TextFile Read(string file, string? declared, string folder)
    {
        var encoding = declared ?? Detect(file);
        var utf8 = file;
        if (encoding != Utf8)
        {
            utf8 = Path.Combine(folder, Guid.NewGuid().ToString("N") + ".txt");
            Transcode(file, encoding, utf8);
        }
        else if (declared is not null && Detect(file) != Utf8)
        {
            throw new DecoderFallbackException("The file is said to be utf-8, but its bytes are not.");
        }

        var (first, blank) = Lines(utf8);
        return new(utf8, encoding, first, blank);
    }

    private static string Detect(string file)
    {
        using var stream = File.OpenRead(file);
        var buffer = new byte[1 << 20];
        var (kept, valid, control, first) = (0, true, false, true);
        for (int read; (read = stream.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var bytes = buffer.AsSpan(0, kept + read);
            if (first && (bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF])))
            {
                return Utf16;
            }

            first = false;
            control |= bytes.ContainsAnyInRange((byte)0x80, (byte)0x9F);
            var whole = WholeCharacters(bytes);
            valid &= Utf8Valid(bytes[..whole]);
            bytes[whole..].CopyTo(buffer);
            kept = bytes.Length - whole;
        }

        return valid && kept == 0 ? Utf8 : control ? Windows : Latin1;
    }

    private static bool Utf8Valid(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

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

    private static void Transcode(string from, string encoding, string to)
    {
        using var reader = new StreamReader(from, Encoding.GetEncoding(encoding));
        using var writer = new StreamWriter(to, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var buffer = new char[1 << 16];
        for (int read; (read = reader.Read(buffer)) > 0;)
        {
            writer.Write(buffer, 0, read);
        }
    }

    private static (string? First, List<long> Blank) Lines(string utf8)
    {
        using var stream = File.OpenRead(utf8);
        var blank = new List<long>();
        var firstLine = new List<byte>();
        var buffer = new byte[1 << 16];
        var (line, length, any) = (1L, 0L, false);
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            any = true;
            foreach (var value in buffer.AsSpan(0, read))
            {
                if (value == '\n')
                {
                    if (length == 0)
                    {
                        blank.Add(line);
                    }

                    line++;
                    length = 0;
                }
                else if (value != '\r')
                {
                    length++;
                    if (line == 1)
                    {
                        firstLine.Add(value);
                    }
                }
            }
        }

        return (any ? Encoding.UTF8.GetString([.. firstLine]).TrimStart('\uFEFF') : null, blank);
    }
}
