using Utvardering.Methods.Tables;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Warnings;
using Utvardering.Warehouse;

namespace Utvardering.Methods.Methods;

/// <summary>A panel in the shapes that estimators without staggered starts take.</summary>
internal static class Shape
{
    /// <summary>Each unit's mean change from all periods before the common start to all from it on; counts with exposures as rates.</summary>
    /// <exception cref="InputException">Nobody is treated, starts differ, or no period lies before the start.</exception>
    public static IReadOnlyList<UnitChange> Changes(MethodInput input, CohortPanel panel)
    {
        var start = input.CommonStartOf(panel);
        var before = panel.Periods.Count(period => period < start);
        if (before == 0 || before == panel.Periods.Length)
        {
            throw new InputException($"The start, {input.Time.Label(start)}, leaves no period {(before == 0 ? "before" : "from")} it: widen the table.");
        }

        return Changes(panel, start);
    }

    /// <summary>The same for a panel whose treated units start in one period.</summary>
    public static IReadOnlyList<UnitChange> Changes(CohortPanel panel, int start)
    {
        var before = panel.Periods.Count(period => period < start);
        return [.. Enumerable.Range(0, panel.Units.Length).Select(unit => new UnitChange(
            panel.Units[unit],
            panel.Cohorts[unit] is not null,
            Mean(panel, unit, 0, before),
            Mean(panel, unit, before, panel.Periods.Length)))];
    }

    /// <summary>Each unit's means before and from each start on, over all periods there are; units treated from the first period on are left out.</summary>
    /// <exception cref="ArgumentException">A start or the controls without units that have data on both sides of every start.</exception>
    public static StaggeredEstimate Staggered(CohortPanel panel)
    {
        int[] starts = [.. panel.Cohorts.OfType<int>().Where(start => start > panel.Periods[0] && start <= panel.Periods[^1]).Distinct().Order()];
        int[] at = [.. starts.Select(start => panel.Periods.IndexOf(start))];
        return StaggeredDifference.Of(
            starts.Length,
            Enumerable.Range(0, panel.Units.Length).Where(unit => !(panel.Cohorts[unit] <= panel.Periods[0])).Select(unit => new StaggeredUnit(
                panel.Units[unit],
                panel.Cohorts[unit] is { } own && Array.IndexOf(starts, own) is >= 0 and var number ? number : null,
                [.. at.Select(start => Mean(panel, unit, 0, start))],
                [.. at.Select(start => Mean(panel, unit, start, panel.Periods.Length))],
                [.. at.Select(start => Treated(panel, unit, start, panel.Periods.Length) - Treated(panel, unit, 0, start))])),
            panel.Cohorts.Count(start => start <= panel.Periods[0]) is > 0 and var always ? [new(EstimationWarningKind.AlwaysTreatedLeftOut, Value: always)] : []);
    }

    /// <summary>The share of some periods in which the unit is treated, each weighing as in its mean.</summary>
    private static double Treated(CohortPanel panel, int unit, int from, int to)
    {
        int[] periods = [.. Enumerable.Range(from, to - from).Where(period => !double.IsNaN(panel.Outcome(unit, period)))];
        double Weight(int period) => panel.HasExposure ? panel.Exposure(unit, period) : 1;
        return periods.Where(period => panel.IsTreated(unit, period)).Sum(Weight) / periods.Sum(Weight);
    }

    /// <summary>Rate (sum of counts over sum of exposures) or mean over the periods that are there; NaN where none is.</summary>
    private static double Mean(CohortPanel panel, int unit, int from, int to)
    {
        var periods = Enumerable.Range(from, to - from).Where(period => !double.IsNaN(panel.Outcome(unit, period))).ToArray();
        return periods.Length == 0 ? double.NaN
            : panel.HasExposure ? periods.Sum(period => panel.Outcome(unit, period)) / periods.Sum(period => panel.Exposure(unit, period))
            : periods.Average(period => panel.Outcome(unit, period));
    }
}
