namespace Utvardering.Ingestion.PersonalData;

/// <summary>What stands around a number, which can make it part of something else.</summary>
internal static class Surroundings
{
    // Hashes and keys hold runs of ten digits by chance.
    private const int LongToken = 24;
    private const int ListedNumber = 10;

    /// <summary>Whether ten or twelve unseparated digits can be a number of their own.</summary>
    public static bool LetStand(ReadOnlySpan<char> text, int start, int end, int count)
    {
        if (FractionBefore(text, start) && (text[start - 1] == '.' || (count == 10 && RunBefore(text, start - 1) < ListedNumber)))
        {
            return false;
        }

        return count == 12 || (FractionAllows(text, end) && TokenLength(text, start, end) < LongToken);
    }

    /// <summary>Whether a whole date follows (2010-01-01 – 2012-12-31), so that the four digits before it are its year.</summary>
    public static bool DateFollows(ReadOnlySpan<char> text, int end)
    {
        var month = end + 1;
        var day = month + 3;
        return day + 2 <= text.Length
            && text[end] is '-' or '/' or '.'
            && RunAfter(text, month) == 2
            && text[day - 1] is '-' or '/' or '.'
            && RunAfter(text, day) == 2;
    }

    /// <summary>Whether the cell holds this number and nothing else but quotes, spaces and a fraction of zeros.</summary>
    public static bool IsWholeCell(ReadOnlySpan<char> text, int start, int end)
    {
        if (FractionAfter(text, end) is var fraction and > 0 && AllZeros(text.Slice(end + 1, fraction)))
        {
            end += 1 + fraction;
        }

        return text[..start].Trim("\"'= ").IsEmpty && text[end..].Trim("\"' ").IsEmpty;
    }

    private static bool FractionBefore(ReadOnlySpan<char> text, int start) =>
        start >= 2 && text[start - 1] is '.' or ',' && char.IsAsciiDigit(text[start - 2]);

    // An amount with öre is no personal number; a spreadsheet's .0 is nothing, and a long "fraction" after a comma is the next of a list.
    private static bool FractionAllows(ReadOnlySpan<char> text, int end)
    {
        var fraction = FractionAfter(text, end);
        return fraction == 0 || AllZeros(text.Slice(end + 1, fraction)) || (text[end] == ',' && fraction >= ListedNumber);
    }

    private static int FractionAfter(ReadOnlySpan<char> text, int end) =>
        end < text.Length && text[end] is '.' or ',' ? RunAfter(text, end + 1) : 0;

    private static int RunAfter(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - start;
    }

    private static int RunBefore(ReadOnlySpan<char> text, int end)
    {
        var start = end;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        return end - start;
    }

    private static int TokenLength(ReadOnlySpan<char> text, int start, int end)
    {
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return end - start;
    }

    private static bool AllZeros(ReadOnlySpan<char> digits) => digits.IndexOfAnyExcept('0') < 0;
}
