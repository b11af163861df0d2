namespace Utvardering.Ingestion.PersonalData;

/// <summary>
/// Where people put separators in a personal number, told apart from lists of numbers, grouped amounts (12 345 678 901)
/// and ranges of months (202001-202012), which also make ten or twelve digits.
/// </summary>
/// <remarks>Cuts are bits: bit 8 of a twelve-digit number is set when a separator follows its eighth digit.</remarks>
internal static class WrittenForm
{
    private const int Pairs12 = 1 << 2 | 1 << 4 | 1 << 6 | 1 << 8 | 1 << 10;
    private const int Pairs10 = 1 << 2 | 1 << 4 | 1 << 6 | 1 << 8;
    private const int Every12 = 0b1111_1111_1110;
    private const int Every10 = 0b11_1111_1110;
    private const int Natural12 = 1 << 2 | 1 << 4 | 1 << 6 | 1 << 8 | 1 << 11;
    private const int Natural10 = 1 << 2 | 1 << 4 | 1 << 6 | 1 << 9;

    /// <param name="count">10 or 12 digits.</param>
    /// <param name="dots">The cuts made by a dot: only within the date, since 200101.1234 is a decimal number.</param>
    public static bool Permits(int count, int cuts, int dots)
    {
        var date = count == 12 ? 8 : 6;
        if (dots >> date != 0)
        {
            return false;
        }

        return count == 12
            ? cuts is 0 or 1 << 2 or Pairs12 or Every12 || ((cuts & ~Natural12) == 0 && (cuts & 1 << date) != 0)
            : cuts is 0 or Pairs10 or Every10 || ((cuts & ~Natural10) == 0 && (cuts & 1 << date) != 0);
    }

    /// <summary>Whether year, month and day stand apart, as in a written date.</summary>
    public static bool SplitsDate(int count, int cuts)
    {
        var monthAndDay = count == 12 ? 1 << 4 | 1 << 6 : 1 << 2 | 1 << 4;
        return (cuts & monthAndDay) == monthAndDay;
    }
}
