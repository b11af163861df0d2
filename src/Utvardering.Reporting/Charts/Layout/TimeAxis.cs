namespace Utvardering.Reporting.Charts.Layout;

/// <summary>The ticks of a time axis: whole years, or months where the span is short.</summary>
internal static class TimeAxis
{
    private static readonly int[] MonthSteps = [1, 3, 6, 12, 24, 60, 120];

    /// <summary>Ticks from the first month on or after <paramref name="from"/>, as many as fit in <paramref name="most"/>.</summary>
    public static IReadOnlyList<TimeTick> Ticks(DateOnly from, DateOnly to, int most, ChartLanguage language)
    {
        var step = MonthSteps.FirstOrDefault(step => Dates(from, to, step).Count <= most, MonthSteps[^1]);
        var dates = Dates(from, to, step);
        return [.. dates.Select((date, i) => new TimeTick(date, Label(date, step, isFirst: i == 0, language)))];
    }

    /// <summary>The instant as Vega counts time: milliseconds since 1970 in UTC, the same in every time zone.</summary>
    public static long Milliseconds(DateOnly date) =>
        new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeMilliseconds();

    private static List<DateOnly> Dates(DateOnly from, DateOnly to, int step)
    {
        var dates = new List<DateOnly>();
        for (var date = new DateOnly(from.Year, 1, 1); date <= to; date = date.AddMonths(1))
        {
            if (date >= from && ((date.Year * 12) + date.Month - 1) % step == 0) dates.Add(date);
        }

        return dates;
    }

    private static string[] Label(DateOnly date, int step, bool isFirst, ChartLanguage language)
    {
        if (step >= 12) return [ChartText.Year(date)];
        var month = ChartText.Month(date, language);
        return isFirst || date.Month == 1 ? [month, ChartText.Year(date)] : [month];
    }
}
