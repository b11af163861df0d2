namespace Utvardering.Ingestion.PersonalData;

/// <summary>Looks for a personal number in a normalised cell.</summary>
/// <param name="text">From <see cref="CellText.Normalise"/>.</param>
internal ref struct NumberSearch(Span<char> text, ColumnUse use, DateOnly today)
{
    private const int Longest = 12;
    private const int WidestGap = 3;
    private const int NoLetter = -1;
    private const string InterimLetters = "TRSUWXJKLMN";

    private readonly Span<char> text = text;
    private readonly bool amounts = use == ColumnUse.Amount;
    private readonly bool times = use == ColumnUse.Time;

    /// <summary>A whole number that only the column can settle.</summary>
    public (long Value, bool Possible)? Doubt { get; private set; }

    public FindingKind? Find()
    {
        FindingKind? found = null;
        for (var at = 0; at < text.Length && found is null; at++)
        {
            found = text[at] switch
            {
                >= '0' and <= '9' when at == 0 || !char.IsAsciiDigit(text[at - 1]) => From(at, NoLetter),
                'E' when at > 0 && char.IsAsciiDigit(text[at - 1]) => FromExponent(at),
                var c when InterimLetters.Contains(c, StringComparison.Ordinal) && BeginsLastFour(at) => Interim(at),
                _ => null,
            };
        }

        return found;
    }

    /// <summary>Reads digits and the gaps between them from here on, and judges each ten and twelve.</summary>
    private FindingKind? From(int start, int letter)
    {
        Span<byte> digits = stackalloc byte[Longest];
        var (count, cuts, dots, letterAt) = (0, 0, 0, NoLetter);
        for (var at = start; ;)
        {
            for (; at < text.Length && char.IsAsciiDigit(text[at]); at++)
            {
                if (count == Longest)
                {
                    return null;
                }

                letterAt = at == letter ? count : letterAt;
                digits[count++] = (byte)(text[at] - '0');
            }

            var placed = letter == NoLetter || (letterAt != NoLetter && letterAt == count - 4);
            if (placed && Judge(digits[..count], cuts, dots, start, at) is { } kind)
            {
                return letter == NoLetter ? kind : FindingKind.InterimNumber;
            }

            var gap = Gap(at);
            if (gap == 0)
            {
                return null;
            }

            cuts |= 1 << count;
            dots |= text[at] == '.' ? 1 << count : 0;
            at += gap;
        }
    }

    private FindingKind? Judge(scoped ReadOnlySpan<byte> digits, int cuts, int dots, int start, int end)
    {
        if (digits.Length is not (10 or 12) || !WrittenForm.Permits(digits.Length, cuts, dots))
        {
            return digits.Length == 9 && cuts == 0 && Surroundings.IsWholeCell(text, start, end) ? Undecided(digits) : null;
        }

        if (cuts == 0)
        {
            return JudgeBare(digits, start, end);
        }

        return PersonalNumber.KindOf(digits, today) is { } kind
            && !(WrittenForm.SplitsDate(digits.Length, cuts) && Surroundings.DateFollows(text, end))
            ? kind
            : null;
    }

    private FindingKind? JudgeBare(scoped ReadOnlySpan<byte> digits, int start, int end)
    {
        if (amounts && digits.Length == 10 && Surroundings.IsWholeCell(text, start, end))
        {
            return Undecided(digits);
        }

        var excused = times && digits.Length == 12 && IsMinute(digits) && Surroundings.IsWholeCell(text, start, end);
        return !excused && PersonalNumber.KindOf(digits, today) is { } kind && Surroundings.LetStand(text, start, end, digits.Length) ? kind : null;
    }

    private FindingKind? FromExponent(int mark)
    {
        Span<byte> digits = stackalloc byte[Longest];
        var (count, start, end) = ScientificNotation.Expand(text, mark, digits);
        return count == 0 ? null : Judge(digits[..count], 0, 0, start, end);
    }

    // Digits follow it, close by or apart; the rest is told by the form as a whole.
    private bool BeginsLastFour(int at) =>
        at > 0
        && at + 3 < text.Length
        && (char.IsAsciiDigit(text[at + 1]) || (text[at + 1] is ' ' or '-' && char.IsAsciiDigit(text[at + 2])));

    /// <summary>The control digit of an interim number is made with 1 in the letter's place.</summary>
    private FindingKind? Interim(int letter)
    {
        const int furthest = 8 * (1 + WidestGap);
        var was = text[letter];
        text[letter] = '1';
        FindingKind? found = null;
        for (var start = Math.Max(0, letter - furthest); start < letter && found is null; start++)
        {
            if (char.IsAsciiDigit(text[start]) && (start == 0 || !char.IsAsciiDigit(text[start - 1])))
            {
                found = From(start, letter);
            }
        }

        text[letter] = was;
        return found;
    }

    private FindingKind? Undecided(scoped ReadOnlySpan<byte> digits)
    {
        Span<byte> ten = stackalloc byte[10];
        ten[0] = 0;
        digits.CopyTo(ten[(10 - digits.Length)..]);
        var value = 0L;
        foreach (var digit in ten)
        {
            value = (value * 10) + digit;
        }

        Doubt = (value, PersonalNumber.KindOf(ten, today) is not null);
        return null;
    }

    /// <returns>The length of the separator here, when digits follow it; else 0.</returns>
    private readonly int Gap(int at)
    {
        if (at < text.Length && text[at] == '.')
        {
            return at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) ? 1 : 0;
        }

        var end = at;
        while (end < text.Length && text[end] is ' ' or '-' or '+' or '/')
        {
            end++;
        }

        return end < text.Length && end - at <= WidestGap && char.IsAsciiDigit(text[end]) ? end - at : 0;
    }

    private static bool IsMinute(ReadOnlySpan<byte> digits) =>
        (digits[8] * 10) + digits[9] < 24 && digits[10] < 6;
}
