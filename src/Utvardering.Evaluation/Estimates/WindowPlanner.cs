using Utvardering.Evaluation.Panels;
using Utvardering.Evaluation.Plans;
using Utvardering.Statistics.Panels;

namespace Utvardering.Evaluation.Estimates;

/// <summary>Lays an outcome's windows around the start that the registry gives.</summary>
internal static class WindowPlanner
{
    public static PeriodGrain Grain(IndicatorSeries series) => series.Indicator.Grain switch
    {
        "month" => PeriodGrain.Month,
        "quarter" => PeriodGrain.Quarter,
        _ => PeriodGrain.Year,
    };

    /// <summary>The windows, or null where the series has no period on one side of the start.</summary>
    /// <param name="series">The figures.</param>
    /// <param name="preFrom">The first period that is used.</param>
    /// <param name="start">The first day of treatment; a start within a period makes that period the first treated one.</param>
    /// <param name="rule">What is left out around the start: a period that lies there by more than half.</param>
    /// <param name="end">The last day that is used; null: all that there is.</param>
    public static Windows? Plan(IndicatorSeries series, DateOnly preFrom, DateOnly start, WindowRule rule, DateOnly? end = null)
    {
        var grain = Grain(series);
        var (first, treated) = (PeriodAxis.StartOf(grain, preFrom > series.FirstPeriod ? preFrom : series.FirstPeriod), PeriodAxis.StartOf(grain, start));
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
