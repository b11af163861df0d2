using System.Globalization;

namespace Utvardering.Jobs.Tests.Scheduling;

/// <summary>When a cron expression fires, by going through the days of a year one by one: plain numbers, lists, ranges, weekday names, * and ?.</summary>
internal static class NaiveCron
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");
    private static readonly string[] Weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    /// <param name="cron">Second, minute, hour, day of the month, month, weekday.</param>
    /// <param name="year">By the clock of Stockholm.</param>
    /// <returns>UTC, in order. A time that the clock jumps over fires when it has jumped; one that comes twice fires once, the first time.</returns>
    public static IEnumerable<DateTimeOffset> In(string cron, int year)
    {
        var fields = cron.Split(' ');
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            if (!Has(fields[3], day.Day) || !Has(fields[4], day.Month) || !Has(fields[5], (int)day.DayOfWeek + 1))
            {
                continue;
            }

            foreach (var hour in Enumerable.Range(0, 24).Where(hour => Has(fields[2], hour)))
            {
                foreach (var minute in Enumerable.Range(0, 60).Where(minute => Has(fields[1], minute)))
                {
                    yield return Utc(day.ToDateTime(new TimeOnly(hour, minute, int.Parse(fields[0], CultureInfo.InvariantCulture))));
                }
            }
        }
    }

    private static DateTimeOffset Utc(DateTime local)
    {
        while (Stockholm.IsInvalidTime(local))
        {
            local = local.AddSeconds(60 - local.Second);
        }

        var offset = Stockholm.IsAmbiguousTime(local) ? Stockholm.GetAmbiguousTimeOffsets(local).Max() : Stockholm.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private static bool Has(string field, int value) => field is "*" or "?" || field.Split(',').Any(part => part.Split('-') switch
    {
        [var one] => Number(one) == value,
        [var from, var to] => value >= Number(from) && value <= Number(to),
        _ => throw new ArgumentException(field),
    });

    private static int Number(string text) => Array.IndexOf(Weekdays, text) is >= 0 and var weekday ? weekday + 1 : int.Parse(text, CultureInfo.InvariantCulture);
}
