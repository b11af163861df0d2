using System.Collections.Immutable;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.Randomisation;

/// <summary>
/// Randomisation inference for units that start at several times: how unusual is the observed effect among those that the same starts, fallen on
/// other units, would have given? With one start it is <see cref="RandomisationInference.DifferenceInMeans(TwoByTwoEstimate, RandomisationOptions)"/>.
/// </summary>
/// <remarks>
/// <para>
/// Under one effect τ in all treated periods a unit's change around start g holds τ times its <see cref="StaggeredUnit.Treatment"/> there. So assignment a
/// gives A − τB, A the statistic of the changes and B that of the treatments, and the observed one A₀ − τ: a is at least as extreme where
/// (A − τB)² − (A₀ − τ)², a parabola in τ, is not negative, and the interval is read from the roots of all of them without a search.
/// </para>
/// <para>
/// To permute whole starts, and not who is treated alone, keeps the test exact where the times themselves differ, as after a common shock between two
/// starts. Test inversion: Imbens and Rubin (2015), section 5.7. Randomised starts: Athey and Imbens (2022), "Design-based analysis in
/// Difference-In-Differences settings with staggered adoption"; Roth and Sant'Anna (2023), "Efficient Estimation for Staggered Rollout Designs".
/// </para>
/// </remarks>
/// <seealso href="https://doi.org/10.1016/j.jeconom.2020.10.012"/>
public static class StaggeredRandomisation
{
    /// <summary>The estimate with its test and interval.</summary>
    /// <param name="estimate">The estimate; around its own start each treated unit has a treatment of 1.</param>
    /// <param name="options">Level, sample size and seed; strata are not used.</param>
    public static RandomisationResult Of(StaggeredEstimate estimate, RandomisationOptions options) =>
        Of(estimate, Assign(estimate, options), options.Alpha);

    internal static StartAssignments Assign(StaggeredEstimate estimate, RandomisationOptions options) =>
        StartAssignments.Of([.. estimate.Units.Select(unit => unit.Start)], options.SampleSize, options.Seed, options.EnumerationLimit);

    internal static RandomisationResult Of(StaggeredEstimate estimate, StartAssignments assignments, double alpha)
    {
        var starts = Enumerable.Range(0, estimate.Shares.Length).ToArray();
        double[][] changes = [.. starts.Select(start => PlaceboDistribution.Centre([.. estimate.Units.Select(unit => unit.Change(start))]))];
        double[][] treatments = [.. starts.Select(start => estimate.Units.Select(unit => unit.Treatment[start]).ToArray())];
        var scale = starts.Max(start => PlaceboDistribution.Scale(estimate.Units.Select(unit => unit.Change(start))));
        var distribution = Distribution(changes, estimate.Shares, assignments);
        var test = RandomisationTest.Of(distribution, assignments.ObservedIndex, assignments.MinimumP, assignments.IsExhaustive, scale);
        return new(
            test.Statistic,
            test,
            Interval(distribution, Distribution(treatments, estimate.Shares, assignments), test.Statistic, scale, alpha),
            [.. RandomisationWarnings.OfDesign(assignments.MinimumP, assignments.IsExhaustive, assignments.Count, assignments.Possible, alpha), .. RandomisationWarnings.OfVariation([.. changes.SelectMany(start => start)], scale, period: null)]);
    }

    /// <summary>Σ_g (n_g / n) [mean of g's assigned − mean of the never assigned], for every assignment.</summary>
    internal static double[] Distribution(double[][] changes, ImmutableArray<double> shares, StartAssignments assignments)
    {
        // Every start weighing as its units do: the assigned count each once, the others with what all starts give them.
        double[] weighted = [.. Enumerable.Range(0, assignments.UnitCount).Select(unit => changes.Zip(shares, (start, share) => start[unit] * share).Sum())];
        var total = weighted.Sum();
        var starts = assignments.Starts;
        var distribution = new double[assignments.Count];
        for (var a = 0; a < distribution.Length; a++)
        {
            var (own, others) = (0.0, total);
            var units = assignments[a];
            for (var place = 0; place < units.Length; place++)
            {
                own += changes[starts[place]][units[place]];
                others -= weighted[units[place]];
            }

            distribution[a] = (own / assignments.TreatedCount) - (others / assignments.ControlCount);
        }

        return distribution;
    }

    private static ConfidenceInterval Interval(double[] distribution, double[] treatments, double observed, double scale, double alpha)
    {
        if (!(scale > 0))
        {
            return new(double.NegativeInfinity, double.PositiveInfinity, 1 - alpha);
        }

        // In units of the largest change from the estimate: x = (τ − A₀) / scale.
        var region = new AcceptanceRegion(distribution.Length, 0);
        for (var a = 0; a < distribution.Length; a++)
        {
            region.Add(Quartic.Extreme((distribution[a] - (observed * treatments[a])) / scale, -treatments[a], 1, 0, 0));
        }

        var (low, high) = region.Hull(alpha);
        return new(observed + (low * scale), observed + (high * scale), 1 - alpha);
    }
}
