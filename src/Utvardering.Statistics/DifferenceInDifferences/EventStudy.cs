using System.Collections.Immutable;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>An event study for treated units that all start in the same period: a difference in differences for every period.</summary>
/// <remarks>
/// τ̂(t) = mean over treated of (y(t) − y(r)) − mean over controls of (y(t) − y(r)), with r the reference period.
/// Before treatment the estimates show whether trends were parallel; from its first period on they show the effect as it grows or fades.
/// Units must have all periods: with units that come and go, a change of composition would look like an effect.
/// </remarks>
public static class EventStudy
{
    /// <summary>Estimates every period of the panel against the reference. A unit with a missing period is left out, with a warning.</summary>
    /// <param name="panel">Units × periods; units that are not treated are controls.</param>
    /// <param name="treated">The ids of the treated units.</param>
    /// <param name="firstTreatedPeriod">The start of the period in which treatment began.</param>
    /// <param name="referencePeriod">The start of a period before it, by custom the last.</param>
    /// <exception cref="ArgumentException">An unknown unit or period, a group without data, a reference that is not before treatment.</exception>
    public static EventStudyEstimate Estimate(Panel panel, IReadOnlyCollection<string> treated, DateOnly firstTreatedPeriod, DateOnly referencePeriod)
    {
        var start = panel.Periods.IndexOf(firstTreatedPeriod);
        var reference = panel.Periods.IndexOf(referencePeriod);
        if (reference >= start)
        {
            throw new ArgumentException(
                $"The reference period {referencePeriod:O} is not before treatment began ({firstTreatedPeriod:O}): choose an earlier one.");
        }

        var isTreated = TreatedGroup.Check(panel.Units, treated);
        var firstMissing = Enumerable.Range(0, panel.Units.Length).Select(unit => FirstMissing(panel, unit)).ToArray();
        var units = Enumerable.Range(0, panel.Units.Length)
            .Where(unit => firstMissing[unit] < 0)
            .Select(unit => new UnitSeries(panel.Units[unit], isTreated.Contains(panel.Units[unit]), Changes(panel, unit, reference)))
            .ToImmutableArray();
        var treatedUnits = units.Where(unit => unit.Treated).ToArray();
        var controls = units.Where(unit => !unit.Treated).ToArray();
        TreatedGroup.CheckBothGroups(treatedUnits.Length, controls.Length);

        var leftOut = firstMissing.Index().Where(unit => unit.Item >= 0).Select(unit =>
            new EstimationWarning(EstimationWarningKind.UnitLeftOut, panel.Units[unit.Index], panel.Periods.Starts[unit.Item]));
        return new(
            referencePeriod,
            firstTreatedPeriod,
            [.. Enumerable.Range(0, panel.Periods.Count).Select(period => Period(panel, period, start, reference, treatedUnits, controls))],
            units,
            [.. TreatedGroup.FewUnits(treatedUnits.Length, controls.Length), .. leftOut]);
    }

    private static EventStudyPeriod Period(Panel panel, int period, int start, int reference, UnitSeries[] treated, UnitSeries[] controls)
    {
        var treatedChange = treated.Average(unit => unit.Changes[period]);
        var controlChange = controls.Average(unit => unit.Changes[period]);
        return new(panel.Periods.Starts[period], period - start, treatedChange - controlChange, treatedChange, controlChange, period == reference);
    }

    private static ImmutableArray<double> Changes(Panel panel, int unit, int reference)
    {
        var atReference = panel.Value(unit, reference);
        return [.. Enumerable.Range(0, panel.Periods.Count).Select(period => panel.Value(unit, period) - atReference)];
    }

    private static int FirstMissing(Panel panel, int unit)
    {
        for (var period = 0; period < panel.Periods.Count; period++)
        {
            if (panel.IsMissing(unit, period))
            {
                return period;
            }
        }

        return -1;
    }
}
