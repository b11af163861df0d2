using System.Text.RegularExpressions;

namespace Utvardering.Ingestion.Staging;

/// <summary>
/// Numbers as they are written in Swedish tables: decimal comma or point, thousands by blank, non-breaking blank (U+00A0) or narrow
/// non-breaking blank (U+202F), minus as <c>-</c> or U+2212. The macro <see cref="TextMacros.Number"/> says the same in SQL.
/// </summary>
internal static partial class WrittenNumber
{
    public const string Form =
        "[+\\-\u2212]?(?:[0-9]+|[0-9]{1,3}(?:[ \u00A0\u202F][0-9]{3})+)(?:[.,][0-9]+)?(?:[eE][+-]?[0-9]+)?";

    /// <summary>Blanks around a text that count for nothing.</summary>
    public const string Blanks = " \u00A0\u202F";

    /// <summary>"1 234,5" → "1234.5". A text that is no number stays as it is, for the check to report.</summary>
    public static string? Plain(string? text)
    {
        var number = text?.Trim(Blanks.ToCharArray());
        return number is not null && Whole().IsMatch(number)
            ? number.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal)
                .Replace(',', '.').Replace('\u2212', '-')
            : text;
    }

    public static bool Is(string text) => Whole().IsMatch(text.Trim(Blanks.ToCharArray()));

    [GeneratedRegex("\\A(?:" + Form + ")\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
