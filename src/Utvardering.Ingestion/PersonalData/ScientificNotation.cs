namespace Utvardering.Ingestion.PersonalData;

/// <summary>Whole numbers as spreadsheets write large ones: 2.00001011234E11, 2,00001011234E+11.</summary>
internal static class ScientificNotation
{
    /// <param name="exponentMark">Where the E stands.</param>
    /// <param name="digits">At least 12 long.</param>
    /// <returns>How many digits the whole number has (at most 12), and where the expression begins and ends; a count of 0 when it is none.</returns>
    public static (int Count, int Start, int End) Expand(ReadOnlySpan<char> text, int exponentMark, Span<byte> digits)
    {
        var (exponent, end) = Exponent(text, exponentMark + 1);
        var start = exponentMark;
        while (start > 0 && (char.IsAsciiDigit(text[start - 1]) || text[start - 1] is '.' or ','))
        {
            start--;
        }

        var mantissa = text[start..exponentMark];
        var point = mantissa.IndexOfAny('.', ',');
        var whole = point < 0 ? mantissa.Length : point;
        var count = whole + exponent;
        var alone = (start == 0 || !char.IsLetter(text[start - 1])) && (end == text.Length || !char.IsLetter(text[end]));
        if (mantissa.IsEmpty || end == 0 || count is < 9 or > 12 || !alone)
        {
            return default;
        }

        digits[..count].Clear();
        var at = 0;
        for (var i = 0; i < mantissa.Length; i++)
        {
            if (i == point)
            {
                continue;
            }

            // Further points, or decimals that the exponent doesn't reach: not a whole number.
            if (!char.IsAsciiDigit(mantissa[i]) || (at >= count && mantissa[i] != '0'))
            {
                return default;
            }

            if (at < count)
            {
                digits[at++] = (byte)(mantissa[i] - '0');
            }
        }

        return (count, start, end);
    }

    private static (int Exponent, int End) Exponent(ReadOnlySpan<char> text, int start)
    {
        var at = start < text.Length && text[start] == '+' ? start + 1 : start;
        var value = 0;
        var first = at;
        for (; at < text.Length && char.IsAsciiDigit(text[at]) && at - first < 3; at++)
        {
            value = (value * 10) + text[at] - '0';
        }

        return at == first || (at < text.Length && char.IsAsciiDigit(text[at])) ? default : (value, at);
    }
}
