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
    public static Windows? Plan(IndicatorSeries series, Outcome outcome, DateOnly start)
    {
        var grain = Grain(series);
        var first = PeriodAxis.StartOf(grain, outcome.PreFrom > series.FirstPeriod ? outcome.PreFrom : series.FirstPeriod);

        // A start within a period makes that period the first treated one.
        var treated = PeriodAxis.StartOf(grain, start);
        var lastBefore = treated.AddMonths(-(int)grain);
        return first > lastBefore || series.LastPeriod < treated
            ? null
            : new Windows(grain, treated, new PeriodWindow(first, lastBefore), new PeriodWindow(treated, series.LastPeriod));
    }
}
