namespace Utvardering.Reporting.Html;

/// <summary>Text as it may stand in HTML.</summary>
internal static class HtmlText
{
    /// <summary>For content and for attributes in double quotes.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>A string in CSS, quotes included.</summary>
    public static string CssString(string text) => "\"" + text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("<", "\\3c ", StringComparison.Ordinal)
        .Replace("\n", " ", StringComparison.Ordinal) + "\"";
}
