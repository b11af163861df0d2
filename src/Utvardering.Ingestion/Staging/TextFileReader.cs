using System.Text;

namespace Utvardering.Ingestion.Staging;

/// <summary>
/// Makes a text file ready to be read: its encoding is found once, from its bytes or from what the source declares, and a text in
/// another encoding than UTF-8, or with letters taken apart (NFD: "a" and a ring), is written anew as composed UTF-8.
/// </summary>
internal static class TextFileReader
{
    public const string Utf8 = "utf-8";
    public const string Utf16 = "utf-16";
    public const string Utf16BigEnd = "utf-16be";
    public const string Latin1 = "iso-8859-1";
    public const string Windows = "windows-1252";
    public const string MacRoman = "macintosh";

    private const int Large = 1 << 20;

    static TextFileReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The names a source may declare.</summary>
    public static IReadOnlyList<string> Names { get; } = [Utf8, Utf16, Utf16BigEnd, Latin1, Windows, MacRoman];

    /// <param name="declared">The encoding the source states; null to find it out.</param>
    /// <param name="folder">For the text written anew.</param>
    /// <exception cref="DecoderFallbackException">The bytes can't be in the declared encoding.</exception>
    public static TextFile Read(string file, string? declared, string folder)
    {
        // Nearly every file is UTF-8: a large one is surveyed as such while its encoding is found out.
        var asUtf8 = (declared is null or Utf8) && new FileInfo(file).Length > Large ? Task.Run(() => TextSurvey.Of(file)) : null;
        var encoding = declared ?? EncodingDetection.Of(file);
        if (declared == Utf8 && EncodingDetection.Of(file) != Utf8)
        {
            throw new DecoderFallbackException("The file is said to be utf-8, but its bytes are not.");
        }

        var utf8 = encoding == Utf8 ? file : Rewrite(file, Decoder(encoding), folder, compose: false);
        var survey = asUtf8 is not null && encoding == Utf8 ? asUtf8.Result : TextSurvey.Of(utf8);
        if (survey.HasCombiningMarks)
        {
            utf8 = Rewrite(utf8, Decoder(Utf8), folder, compose: true);
        }

        return new(utf8, encoding, survey.FirstLine?.Composed(), survey.BlankLines, survey.HasCombiningMarks, survey.HasNul);
    }

    /// <summary>An encoding that refuses bytes it has no character for.</summary>
    private static Encoding Decoder(string name) => Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    private static string Rewrite(string from, Encoding encoding, string folder, bool compose)
    {
        var to = Path.Combine(folder, Guid.NewGuid().ToString("N") + ".txt");
        using var reader = new StreamReader(from, encoding);
        using var writer = new StreamWriter(to, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var buffer = new char[(int)Math.Clamp(new FileInfo(from).Length, 64, 1 << 16)];
        var kept = 0;
        for (int read; (read = reader.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var text = buffer.AsSpan(0, kept + read);
            var whole = compose ? WholeLetters(text) : text.Length;
            Write(text[..whole]);
            text[whole..].CopyTo(buffer);
            kept = text.Length - whole;
        }

        Write(buffer.AsSpan(0, kept));
        return to;

        void Write(ReadOnlySpan<char> text) => writer.Write(compose ? text.ToString().Composed() : text);
    }

    /// <summary>Up to the last plain letter, whose marks may be in the next block. A block without one is taken whole.</summary>
    private static int WholeLetters(ReadOnlySpan<char> text) => text.LastIndexOfAnyInRange('\0', '\x7F') is > 0 and var last ? last : text.Length;
}
