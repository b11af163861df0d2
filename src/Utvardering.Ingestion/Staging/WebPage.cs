using System.Text;
using System.Text.RegularExpressions;

namespace Utvardering.Ingestion.Staging;

/// <summary>Tells a web page, which a proxy or an error may put in the place of data.</summary>
internal static partial class WebPage
{
    private static bool Is(string start) =>
        start.AsSpan().TrimStart("\uFEFF \t\r\n") is var text
        && (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a file is one; a page may begin with blank lines.</summary>
    public static bool IsFile(string file)
    {
        using var stream = File.OpenRead(file);
        var start = new byte[4096];
        return Title(start.AsSpan(0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false))) is not null;
    }

    /// <summary>The page's title when the bytes are a web page, "" when it has none; null when they are something else.</summary>
    public static string? Title(ReadOnlySpan<byte> body)
    {
        var start = Encoding.UTF8.GetString(body[..Math.Min(body.Length, 4096)]);
        return Is(start) ? TitleTag().Match(start).Groups[1].Value.Trim() : null;
    }

    [GeneratedRegex("<title>([^<]*)", RegexOptions.IgnoreCase)]
    private static partial Regex TitleTag();
}
