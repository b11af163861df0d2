namespace Utvardering.Ingestion.PersonalData;

/// <summary>
/// What makes ten or twelve digits a personal number: a date of birth that can be (the day plus 60 in coordination numbers),
/// a birth number 001–999 and the control digit.
/// </summary>
/// <remarks>18 and 18 a §§ folkbokföringslagen (1991:481); Skatteverket, SKV 704 and SKV M 2010:3.</remarks>
internal static class PersonalNumber
{
    private const int OldestYears = 125;
    private const int CoordinationDays = 60;

    /// <param name="digits">Values 0–9, year first, with or without century. An interim number's letter counts as 1.</param>
    /// <returns>Null when it is none.</returns>
    public static FindingKind? KindOf(ReadOnlySpan<byte> digits, DateOnly today)
    {
        var short10 = digits[^10..];
        if (!HasControlDigit(short10) || Value(short10[6..9]) == 0)
        {
            return null;
        }

        var (month, day) = (Value(short10[2..4]), Value(short10[4..6]));
        var coordination = day > CoordinationDays;
        day -= coordination ? CoordinationDays : 0;
        var year = Value(short10[..2]);
        var born = digits.Length == 12
            ? CanBeBorn(Value(digits[..4]), month, day, today)
            : CanBeBorn(1900 + year, month, day, today) || CanBeBorn(2000 + year, month, day, today);
        return !born ? null : coordination ? FindingKind.CoordinationNumber : FindingKind.PersonalNumber;
    }

    private static bool CanBeBorn(int year, int month, int day, DateOnly today) =>
        year >= today.Year - OldestYears
        && month is >= 1 and <= 12
        && day >= 1
        && day <= DateTime.DaysInMonth(year, month)
        && new DateOnly(year, month, day) <= today
        && new DateOnly(year, month, day) >= today.AddYears(-OldestYears);

    // Modulus 10, weights 2, 1, 2 …: ISO/IEC 7812-1 annex B.
    private static bool HasControlDigit(ReadOnlySpan<byte> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var product = digits[i] * (2 - (i % 2));
            sum += product > 9 ? product - 9 : product;
        }

        return sum % 10 == 0;
    }

    private static int Value(ReadOnlySpan<byte> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            value = (value * 10) + digit;
        }

        return value;
    }
}
