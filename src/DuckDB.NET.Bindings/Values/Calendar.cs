namespace DuckDB.NET.Native;

/// <summary>The proleptic Gregorian calendar over DuckDB's whole range (System.DateTime has years 1 to 9999 only).</summary>
internal static class Calendar
{
    public const long MicrosPerDay = 86_400_000_000;

    private const int DaysPer400Years = 146_097;
    private const int DaysFrom0000March1To1970 = 719_468;

    public static DuckDBDateOnly FromDays(int days)
    {
        // Years that begin on 1 March, in cycles of 400 years.
        var shifted = (long)days + DaysFrom0000March1To1970;
        var cycle = Math.DivRem(shifted, DaysPer400Years, out var day);
        if (day < 0)
        {
            cycle--;
            day += DaysPer400Years;
        }

        var yearOfCycle = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        var dayOfYear = day - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100);
        var marchMonth = (5 * dayOfYear + 2) / 153;
        var dayOfMonth = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
        var month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        return new DuckDBDateOnly((int)(yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0)), (byte)month, (byte)dayOfMonth);
    }

    public static long ToDays(DuckDBDateOnly date)
    {
        var year = (long)date.Year - (date.Month <= 2 ? 1 : 0);
        var cycle = Math.DivRem(year, 400, out var yearOfCycle);
        if (yearOfCycle < 0)
        {
            cycle--;
            yearOfCycle += 400;
        }

        var marchMonth = date.Month > 2 ? date.Month - 3 : date.Month + 9;
        var dayOfYear = (153 * marchMonth + 2) / 5 + date.Day - 1;
        return cycle * DaysPer400Years + yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear - DaysFrom0000March1To1970;
    }
}
