using System.Collections.Immutable;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>
/// Difference in differences of units that start at several times, each held against units that are never treated over the windows around its own
/// start. With one start it is <see cref="TwoByTwo"/>.
/// </summary>
/// <remarks>
/// <para>
/// τ̂ = Σ_g (n_g / n) [mean change of the n_g units of start g − mean change of the controls, both over the windows of g]. No unit that is treated
/// already stands as a control, so that effects which grow or fade, or differ between starts, do not enter with the wrong sign, as they do in a
/// two-way fixed-effects regression (Goodman-Bacon 2021). It is the stacked comparison of Cengiz, Dube, Lindner and Zipperer (2019) with each start
/// weighing as its treated units do (Wing, Freedman and Hollingsworth 2024), over windows and not against one period (Callaway and Sant'Anna 2021).
/// </para>
/// <para>It is the average effect on the treated if, untreated, the units of each start would have changed as the controls did.</para>
/// </remarks>
public static class StaggeredDifference
{
    /// <summary>Estimates from a panel. A unit without a value in a window of any start is left out, with a warning.</summary>
    /// <param name="panel">Units × periods; units of no start are controls.</param>
    /// <param name="starts">The starts, ascending, each with its units and windows.</param>
    /// <exception cref="ArgumentException">
    /// An unknown unit, or one of two starts; starts that do not ascend, or that their windows do not enclose; a start or the controls without data.
    /// </exception>
    public static StaggeredEstimate Estimate(Panel panel, IReadOnlyList<StaggeredStart> starts)
    {
        Check(panel, starts);
        var startOf = starts.Index().SelectMany(start => start.Item.Units.Select(unit => (unit, start.Index))).ToDictionary(unit => unit.unit, unit => unit.Index, StringComparer.Ordinal);
        var before = starts.Select(start => WindowSummary.Of(panel, start.Before)).ToList();
        var after = starts.Select(start => WindowSummary.Of(panel, start.After)).ToList();
        return Of(starts.Count, panel.Units.Select((name, unit) =>
        {
            int? own = startOf.TryGetValue(name, out var number) ? number : null;
            return new StaggeredUnit(
                name,
                own,
                [.. before.Select(window => window.Units[unit].Value)],
                [.. after.Select(window => window.Units[unit].Value)],
                own is null
                    ? [.. starts.Select(_ => 0.0)]
                    : [.. starts.Select(start => ShareTreated(panel, unit, start.After, starts[own.Value].Start) - ShareTreated(panel, unit, start.Before, starts[own.Value].Start))]);
        }), [.. before.Concat(after).SelectMany(Missing).Distinct()]);
    }

    /// <summary>Estimates from each unit's figures around every start, whatever they are: after − before is compared.</summary>
    /// <param name="starts">How many starts there are.</param>
    /// <param name="units">The units; one that lacks a figure around any start is left out.</param>
    /// <param name="warnings">What is known of the figures already.</param>
    /// <exception cref="ArgumentException">A start or the controls without a unit that has all figures.</exception>
    public static StaggeredEstimate Of(int starts, IEnumerable<StaggeredUnit> units, IEnumerable<EstimationWarning> warnings)
    {
        // Where starts are permuted a unit stands at any of them, and needs them all.
        ImmutableArray<StaggeredUnit> whole = [.. units.Where(unit => Enumerable.Range(0, starts).All(start => double.IsFinite(unit.Change(start))))];
        int[] sizes = [.. Enumerable.Range(0, starts).Select(start => whole.Count(unit => unit.Start == start))];
        var controls = whole.Count(unit => unit.Start is null);
        if (controls == 0 || sizes.Contains(0))
        {
            throw new ArgumentException($"Every start needs treated units with data in all windows, and so do the controls: there are {string.Join(" + ", sizes)} treated and {controls} controls. Widen the choice of units, or leave out the start.");
        }

        return new([.. sizes.Select(size => (double)size / sizes.Sum())], whole, [.. TreatedGroup.FewUnits(sizes.Sum(), controls), .. warnings.Where(warning => warning.Kind is not (EstimationWarningKind.FewTreatedUnits or EstimationWarningKind.FewControlUnits))]);
    }

    /// <summary>The share of a window in which a unit was treated, periods weighing as in its value.</summary>
    private static double ShareTreated(Panel panel, int unit, PeriodWindow window, DateOnly start)
    {
        var (first, count) = panel.Periods.Positions(window);
        int[] present = [.. Enumerable.Range(first, count).Where(period => !panel.IsMissing(unit, period))];
        double Weight(int period) => panel.HasExposure ? panel.Exposure(unit, period) : 1;
        return present.Where(period => panel.Periods.Starts[period] >= start).Sum(Weight) / present.Sum(Weight);
    }

    private static IEnumerable<EstimationWarning> Missing(WindowSummary summary) =>
        summary.Units.Where(unit => unit.PeriodsPresent < summary.Periods).Select(unit => unit.PeriodsPresent == 0
            ? new EstimationWarning(EstimationWarningKind.UnitLeftOut, unit.Unit, summary.Window.First)
            : new(EstimationWarningKind.PeriodsMissing, unit.Unit, summary.Window.First, unit.PeriodsPresent, summary.Periods));

    private static void Check(Panel panel, IReadOnlyList<StaggeredStart> starts)
    {
        TreatedGroup.Check(panel.Units, [.. starts.SelectMany(start => start.Units)]);
        if (starts.SelectMany(start => start.Units).GroupBy(unit => unit, StringComparer.Ordinal).FirstOrDefault(unit => unit.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"The unit \"{twice.Key}\" has two starts: give the first.");
        }

        foreach (var (number, start) in starts.Index())
        {
            if (start.Before.Last >= start.Start || start.After.First < start.Start || (number > 0 && start.Start <= starts[number - 1].Start))
            {
                throw new ArgumentException($"The start {start.Start:O} must lie after the one before it and after its window before ({start.Before.Last:O}), and not after its window after ({start.After.First:O}) begins.");
            }
        }
    }
}
