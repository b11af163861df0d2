using System.Globalization;
using System.Reflection;
using System.Text;

namespace Utvardering.Reporting.Html;

/// <summary>The page's style sheet with its fonts inside, so that the page asks for nothing.</summary>
internal static class PageStyle
{
    private static readonly (string File, int Weight, string Style)[] Fonts =
    [
        ("source-sans-3-latin-400-normal.woff2", 400, "normal"),
        ("source-sans-3-latin-400-italic.woff2", 400, "italic"),
        ("source-sans-3-latin-600-normal.woff2", 600, "normal"),
        ("source-sans-3-latin-700-normal.woff2", 700, "normal"),
    ];

    /// <param name="header">What stands at the top of every printed page.</param>
    /// <param name="footer">What stands at the foot of every printed page, beside its number.</param>
    public static string Make(string header, string footer)
    {
        var css = new StringBuilder();
        foreach (var (file, weight, style) in Fonts)
        {
            css.Append(CultureInfo.InvariantCulture, $"@font-face{{font-family:\"Source Sans 3\";font-weight:{weight};font-style:{style};src:url(data:font/woff2;base64,{Convert.ToBase64String(Bytes(file))}) format(\"woff2\")}}\n");
        }

        css.Append(Encoding.UTF8.GetString(Bytes("page.css")));
        css.Append(CultureInfo.InvariantCulture, $"@page{{@top-left{{content:{HtmlText.CssString(header)}}}@bottom-left{{content:{HtmlText.CssString(footer)}}}}}\n");
        return css.ToString();
    }

    private static byte[] Bytes(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
