using System.Collections.Immutable;

namespace Utvardering.Statistics.Panels;

/// <summary>One value for each unit over a window of periods.</summary>
/// <param name="Window">The window.</param>
/// <param name="Grain">The length of its periods.</param>
/// <param name="Periods">The number of periods in the window.</param>
/// <param name="Units">One value for each unit, in the panel's order.</param>
public sealed record WindowSummary(PeriodWindow Window, PeriodGrain Grain, int Periods, ImmutableArray<WindowValue> Units)
{
    /// <summary>The length of the window in months.</summary>
    public int Months => Periods * (int)Grain;

    /// <summary>Summarises each unit over the window's periods that are present.</summary>
    /// <remarks>
    /// Counts are pooled: Σ count / Σ exposure × <see cref="Panel.RateScale"/>, so that a period weighs as its exposure does.
    /// Outcomes without exposure give the plain mean over periods.
    /// </remarks>
    /// <exception cref="ArgumentException">The panel lacks the window's first or last period.</exception>
    public static WindowSummary Of(Panel panel, PeriodWindow window)
    {
        var (first, count) = panel.Periods.Positions(window);
        var units = Enumerable.Range(0, panel.Units.Length).Select(unit =>
        {
            var present = Enumerable.Range(first, count).Where(period => !panel.IsMissing(unit, period)).ToArray();
            return new WindowValue(panel.Units[unit], Summarise(panel, unit, present), present.Length);
        });
        return new(window, panel.Periods.Grain, count, [.. units]);
    }

    private static double Summarise(Panel panel, int unit, int[] periods)
    {
        if (periods.Length == 0)
        {
            return double.NaN;
        }

        return panel.HasExposure
            ? periods.Sum(period => panel.Outcome(unit, period)) / periods.Sum(period => panel.Exposure(unit, period)) * panel.RateScale
            : periods.Average(period => panel.Outcome(unit, period));
    }
}
