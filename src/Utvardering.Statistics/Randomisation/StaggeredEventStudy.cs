using System.Collections.Immutable;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Randomisation;

/// <summary>
/// An event study for units that start at several times: a <see cref="StaggeredDifference"/> for every period counted from each unit's own start, with
/// <see cref="StaggeredRandomisation"/>. With one start it is <see cref="EventStudy"/> with <see cref="EventStudyInference"/>.
/// </summary>
/// <remarks>
/// τ̂(k) = Σ_g (n_g / n) [mean over the units of start g of y(g + k) − y(g + r) − the same over the never treated], r the reference. Only periods that every
/// start reaches are estimated, so that all are of the same units: with others a change of composition would look like an effect that grows.
/// </remarks>
public static class StaggeredEventStudy
{
    /// <summary>Estimates and tests every period. A unit with a missing period is left out, with a warning.</summary>
    /// <param name="panel">Units × periods; units of no start are controls.</param>
    /// <param name="starts">The first treated period of each start, ascending, with its units.</param>
    /// <param name="reference">The reference, in periods from the start: −1 is the last before it.</param>
    /// <param name="options">Level, sample size and seed; strata are not used.</param>
    /// <returns>Periods are called by the calendar of the first start.</returns>
    /// <exception cref="ArgumentException">An unknown unit or period; a reference that is not before treatment or that a start does not reach; a start or the controls without units that have all periods.</exception>
    public static EventStudyInference Estimate(Panel panel, IReadOnlyList<(DateOnly Start, IReadOnlyList<string> Units)> starts, int reference, RandomisationOptions options)
    {
        var (at, whole, startOf) = Whole(panel, starts);
        var (leads, horizon) = (at.Min(), at.Min(start => panel.Periods.Count - start));
        if (reference >= 0 || -reference > leads)
        {
            throw new ArgumentException($"The reference {reference} must lie before treatment, and every start must have it: the first has {leads} periods before.");
        }

        var assignments = StartAssignments.Of(startOf, options.SampleSize, options.Seed, options.EnumerationLimit);
        var warnings = new List<EstimationWarning>();
        var periods = new List<EventStudyPeriodInference>();
        for (var k = -leads; k < horizon; k++)
        {
            var estimate = Around(k);
            var inference = k == reference ? null : StaggeredRandomisation.Of(estimate, assignments, options.Alpha);
            warnings.AddRange([.. estimate.Warnings, .. inference?.Warnings.Select(warning => warning.Kind == EstimationWarningKind.NoVariation ? warning with { Period = panel.Periods.Starts[at[0] + k] } : warning) ?? []]);
            periods.Add(new(
                new(panel.Periods.Starts[at[0] + k], k, estimate.Estimate, estimate.TreatedAfter - estimate.TreatedBefore, estimate.ControlAfter - estimate.ControlBefore, k == reference),
                inference?.Test.PTwoSided,
                inference?.Interval));
        }

        if (leads < 2)
        {
            warnings.Add(new(EstimationWarningKind.NoPrePeriods, Period: panel.Periods.Starts[at[0] + reference]));
        }

        return new([.. periods], PreTrend(panel, at, whole, startOf, assignments), assignments.MinimumP, [.. warnings.Distinct(), .. LeftOut(panel)]);

        // What a unit had at a start's period k against its reference; before the start a departure of its own, after it the effect, is asked about.
        StaggeredEstimate Around(int k) => StaggeredDifference.Of(
            starts.Count,
            whole.Select((unit, place) => new StaggeredUnit(
                panel.Units[unit],
                startOf[place],
                [.. at.Select(start => panel.Value(unit, start + reference))],
                [.. at.Select(start => panel.Value(unit, start + k))],
                [.. at.Select((start, number) => startOf[place] is not { } mine ? 0.0
                    : k < 0 ? (number == mine ? 1 : 0)
                    : Treated(start + k, mine) - Treated(start + reference, mine))])),
            []);

        double Treated(int period, int start) => period >= at[start] ? 1 : 0;
    }

    /// <summary>The test of the time before the start alone, as <see cref="Estimate"/> gives it beside the periods' own: <see cref="PreTrendTest"/> by time from each own start.</summary>
    /// <param name="panel">Units × periods; units of no start are controls.</param>
    /// <param name="starts">The first treated period of each start, ascending, with its units.</param>
    /// <param name="options">Sample size and seed; strata are not used.</param>
    /// <returns>The test; null where a start has fewer than two periods before.</returns>
    /// <exception cref="ArgumentException">An unknown unit or period; a start or the controls without units that have all periods.</exception>
    public static PreTrendTest? PreTrend(Panel panel, IReadOnlyList<(DateOnly Start, IReadOnlyList<string> Units)> starts, RandomisationOptions options)
    {
        var (at, whole, startOf) = Whole(panel, starts);
        return PreTrend(panel, at, whole, startOf, StartAssignments.Of(startOf, options.SampleSize, options.Seed, options.EnumerationLimit));
    }

    private static PreTrendTest? PreTrend(Panel panel, int[] at, int[] whole, int?[] startOf, StartAssignments assignments)
    {
        var leads = at.Min();
        if (leads < 2)
        {
            return null;
        }

        ImmutableArray<double> shares = [.. at.Select((_, start) => (double)startOf.Count(own => own == start) / assignments.TreatedCount)];
        var gathered = new PreTrendMaximum(assignments.Count);
        foreach (var weights in PreTrendMaximum.Drifts(leads))
        {
            double[][] contrasts = [.. at.Select(start => PlaceboDistribution.Centre([.. whole.Select(unit => Terms(unit, start).Sum())]))];
            var scale = at.Max(start => whole.Max(unit => Terms(unit, start).Sum(Math.Abs)));
            if (contrasts.Any(start => PlaceboDistribution.Varies(start, scale)))
            {
                // With several starts the deviation has no formula: it is taken over the assignments themselves, whose mean is zero.
                var differences = StaggeredRandomisation.Distribution(contrasts, shares, assignments);
                gathered.Add(differences, Math.Sqrt(differences.Average(difference => difference * difference)));
            }

            IEnumerable<double> Terms(int unit, int start) => weights.Select((weight, lead) => weight * panel.Value(unit, start - leads + lead));
        }

        return gathered.Test(assignments.ObservedIndex, assignments.MinimumP, leads, assignments.IsExhaustive);
    }

    /// <summary>Where each start lies, the units that have all periods, and the start of each of them.</summary>
    private static (int[] At, int[] Whole, int?[] StartOf) Whole(Panel panel, IReadOnlyList<(DateOnly Start, IReadOnlyList<string> Units)> starts)
    {
        TreatedGroup.Check(panel.Units, [.. starts.SelectMany(start => start.Units)]);
        var own = starts.Index().SelectMany(start => start.Item.Units.Select(unit => (unit, start.Index))).ToDictionary(unit => unit.unit, unit => unit.Index, StringComparer.Ordinal);
        int[] whole = [.. Enumerable.Range(0, panel.Units.Length).Where(unit => FirstMissing(panel, unit) is null)];
        return ([.. starts.Select(start => panel.Periods.IndexOf(start.Start))], whole, [.. whole.Select(unit => own.TryGetValue(panel.Units[unit], out var start) ? start : (int?)null)]);
    }

    private static IEnumerable<EstimationWarning> LeftOut(Panel panel) => Enumerable.Range(0, panel.Units.Length)
        .Select(unit => (unit, Missing: FirstMissing(panel, unit)))
        .Where(unit => unit.Missing is not null)
        .Select(unit => new EstimationWarning(EstimationWarningKind.UnitLeftOut, panel.Units[unit.unit], panel.Periods.Starts[unit.Missing!.Value]));

    private static int? FirstMissing(Panel panel, int unit) => Enumerable.Range(0, panel.Periods.Count).Where(period => panel.IsMissing(unit, period)).Select(period => (int?)period).FirstOrDefault();
}
