using Utvardering.Methods.Tables;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.TimeSeries;
using Utvardering.Warehouse;

namespace Utvardering.Methods.Methods;

/// <summary>Units put together to one series.</summary>
internal static class UnitsTogether
{
    /// <summary>Sums of counts and exposures, else means.</summary>
    /// <param name="start">The position of the first treated period.</param>
    /// <exception cref="InputException">A unit lacks a period.</exception>
    public static InterruptedSeries Of(CohortPanel panel, TimeColumn time, int start, Func<int, bool> wanted)
    {
        var units = Enumerable.Range(0, panel.Units.Length).Where(wanted).ToArray();
        var periods = Enumerable.Range(0, panel.Periods.Length).ToArray();
        foreach (var (unit, period) in units.SelectMany(unit => periods.Select(period => (unit, period))).Where(cell => double.IsNaN(panel.Outcome(cell.unit, cell.period))))
        {
            throw new InputException($"Unit \"{panel.Units[unit]}\" lacks period {time.Label(panel.Periods[period])}: a series of several units needs all of them in every period.");
        }

        var (seasons, first) = time.Grain switch
        {
            PeriodGrain.Month => (12, (panel.Periods[0] % 12) + 1),
            PeriodGrain.Quarter => (4, (panel.Periods[0] % 4) + 1),
            _ => (12, 1),
        };
        return new([.. periods.Select(period => panel.HasExposure ? units.Sum(unit => panel.Outcome(unit, period)) : units.Average(unit => panel.Outcome(unit, period)))], start)
        {
            Exposure = panel.HasExposure ? [.. periods.Select(period => units.Sum(unit => panel.Exposure(unit, period)))] : null,
            FirstSeason = first,
            SeasonsInYear = seasons,
        };
    }

    /// <summary>The series with rates in place of counts.</summary>
    public static InterruptedSeries Rates(InterruptedSeries series) =>
        series.Exposure is null ? series : series with { Outcome = [.. Enumerable.Range(0, series.Outcome.Length).Select(period => Rate(series, period))], Exposure = null };

    public static double Rate(InterruptedSeries series, int period) => series.Exposure is { } exposure ? series.Outcome[period] / exposure[period] : series.Outcome[period];
}
