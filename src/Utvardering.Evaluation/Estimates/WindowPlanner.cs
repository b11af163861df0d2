using Utvardering.Evaluation.Panels;
using Utvardering.Evaluation.Plans;
using Utvardering.Statistics.Panels;

namespace Utvardering.Evaluation.Estimates;

/// <summary>Lays an outcome's windows around the starts that the registry gives.</summary>
internal static class WindowPlanner
{
    public static PeriodGrain Grain(IndicatorSeries series) => series.Indicator.Grain switch
    {
        "month" => PeriodGrain.Month,
        "quarter" => PeriodGrain.Quarter,
        _ => PeriodGrain.Year,
    };

    /// <summary>The windows, or null where the series has no period on one side of any start. Starts that it does not reach are named in them.</summary>
    /// <param name="series">The figures.</param>
    /// <param name="preFrom">The first period that is used.</param>
    /// <param name="starts">The first days of treatment; a day within a period makes that period the first treated one.</param>
    /// <param name="rule">What is left out around a start: a period that lies there by more than half.</param>
    /// <param name="end">The last day that is used; null: all that there is.</param>
    public static Windows? Plan(IndicatorSeries series, DateOnly preFrom, TreatmentStarts starts, WindowRule rule, DateOnly? end = null)
    {
        var planned = starts.In(Grain(series)).Select(start => (start.Period, start.Municipalities, Windows: Plan(series, preFrom, start.Period, rule, end))).ToList();
        List<StartWindows> reached = [.. planned.Where(start => start.Windows is not null).Select(start => new StartWindows(start.Windows!, start.Municipalities))];
        List<UnreachedStart> outOfReach = [.. planned.Where(start => start.Windows is null).SelectMany(start => start.Municipalities.Select(municipality => new UnreachedStart(municipality, start.Period)))];
        return reached.Count == 0 ? null
            : reached[0].Windows with { Starts = reached.Count == 1 ? [] : reached, OutOfReach = outOfReach };
    }

    private static Windows? Plan(IndicatorSeries series, DateOnly preFrom, DateOnly start, WindowRule rule, DateOnly? end)
    {
        var grain = Grain(series);
        var (first, treated) = (PeriodAxis.StartOf(grain, preFrom > series.FirstPeriod ? preFrom : series.FirstPeriod), start);
        var last = end is { } day && PeriodAxis.StartOf(grain, day) < series.LastPeriod ? PeriodAxis.StartOf(grain, day) : series.LastPeriod;
        var (gapFrom, gapTo) = (treated.AddMonths(-rule.AnticipationMonths), treated.AddMonths(rule.RollInMonths));
        var (before, after) = (treated.AddMonths(-(int)grain), treated);
        while (Overlap(before, grain, gapFrom, gapTo) * 2 > (int)grain)
        {
            before = before.AddMonths(-(int)grain);
        }

        while (Overlap(after, grain, gapFrom, gapTo) * 2 > (int)grain)
        {
            after = after.AddMonths((int)grain);
        }

        return first > before || last < after ? null : new Windows(grain, treated, new(first, before), new(after, last));
    }

    /// <summary>Months that a period shares with the time from one day to another, the last not counted.</summary>
    private static int Overlap(DateOnly period, PeriodGrain grain, DateOnly from, DateOnly to) =>
        Enumerable.Range(0, (int)grain).Count(month => period.AddMonths(month) >= from && period.AddMonths(month) < to);
}
