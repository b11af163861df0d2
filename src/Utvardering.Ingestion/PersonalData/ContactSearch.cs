using System.Text.RegularExpressions;

namespace Utvardering.Ingestion.PersonalData;

/// <summary>
/// E-mail addresses, and telephone numbers written as Swedes write them: +46 …, 07x…, or an area code, a mark and a number.
/// Looser patterns would take lists of municipality codes and counts for telephone numbers.
/// </summary>
internal static partial class ContactSearch
{
    private const string Before = @"(?<![0-9A-Z.,/+\-])";
    private const string After = @"(?![0-9A-Z]|[.,/\-][0-9])";

    public static bool HasEmail(ReadOnlySpan<char> text) => text.Contains('@') && Email().IsMatch(text);

    public static bool HasPhone(ReadOnlySpan<char> text)
    {
        if (!text.Contains('0') && !text.Contains('+'))
        {
            return false;
        }

        if (International().IsMatch(text) || Mobile().IsMatch(text) || Spaced().IsMatch(text))
        {
            return true;
        }

        foreach (var match in Landline().EnumerateMatches(text))
        {
            // Area code and number are 8 to 10 digits together.
            var digits = 0;
            foreach (var c in text.Slice(match.Index, match.Length))
            {
                digits += char.IsAsciiDigit(c) ? 1 : 0;
            }

            if (digits is >= 8 and <= 10)
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"[\p{L}\p{N}_%+\-]@(?:[\p{L}\p{N}\-]{1,63}\.){1,8}\p{L}{2,24}", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    /// <summary>+46 70 123 45 67, 0046-8-123 456, +46 (0)31 12 34 56.</summary>
    [GeneratedRegex(@"(?<![0-9A-Z.,])(?:\+ ?|00)46[ \-]{0,3}(?:\(0\)|0)?[ \-]{0,3}[1-9](?:[ \-/]{0,3}[0-9]){6,8}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex International();

    /// <summary>070-123 45 67, 0701234567.</summary>
    [GeneratedRegex(Before + @"\(?07[02369]\)?(?:[ \-/]{0,3}[0-9]){7}" + After, RegexOptions.CultureInvariant)]
    private static partial Regex Mobile();

    /// <summary>08-123 456 78, 0123-45678, (031) - 12 34 56.</summary>
    [GeneratedRegex(Before + @"\(?0(?:8|[1-9][0-9]{1,2})\)? ?[\-/] ?(?:[0-9]{5,8}|[0-9]{2,3}(?: [0-9]{2,3}){1,3})" + After, RegexOptions.CultureInvariant)]
    private static partial Regex Landline();

    /// <summary>08 123 45 67: three digits and then pairs, which no list of codes and no grouped count ends in.</summary>
    [GeneratedRegex(Before + @"\(?0(?:8|[1-9][0-9]{1,2})\)? [0-9]{3}(?: [0-9]{3})?(?: [0-9]{2}){1,2}" + After, RegexOptions.CultureInvariant)]
    private static partial Regex Spaced();
}
