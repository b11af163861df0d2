using System.Collections.Immutable;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.Randomisation;

/// <summary>
/// Randomisation inference for a difference in mean changes: how unusual is the observed difference among those that other choices
/// of treated units would have given? It needs no large sample, which suits a handful of treated municipalities.
/// </summary>
/// <remarks>
/// The test is exact when every choice of as many units was equally likely. The pilot's municipalities were chosen, not drawn:
/// the p-value then says how unusual they are among the units compared, and its causal reading rests on parallel trends.
/// </remarks>
public static class RandomisationInference
{
    /// <summary>The difference in mean changes with its test and exact interval, from a two-by-two estimate.</summary>
    public static RandomisationResult DifferenceInMeans(TwoByTwoEstimate estimate, RandomisationOptions options) =>
        DifferenceInMeans(Changes(estimate), Assign(estimate, options), options.Alpha);

    /// <summary>The difference in mean changes with its test and exact interval, from one change for each unit.</summary>
    /// <param name="changes">One change for each unit, in the order of the assignments' units.</param>
    /// <param name="assignments">The assignments, the observed one marked.</param>
    /// <param name="alpha">The level of the test.</param>
    /// <exception cref="ArgumentException">As many changes as units are needed, all finite.</exception>
    public static RandomisationResult DifferenceInMeans(ImmutableArray<double> changes, Assignments assignments, double alpha)
    {
        Check(changes, assignments);
        var centred = PlaceboDistribution.Centre(changes);
        var distribution = PlaceboDistribution.DifferenceInMeans(centred, assignments);
        var scale = PlaceboDistribution.Scale(changes);
        var test = RandomisationTest.Of(distribution, assignments, scale);
        return new(
            test.Statistic,
            test,
            TestInversion.Interval(distribution, assignments, alpha),
            [.. RandomisationWarnings.OfDesign(test.MinimumP, assignments, alpha), .. RandomisationWarnings.OfVariation(centred, scale, period: null)]);
    }

    /// <summary>The test on Welch's t instead of the plain difference, from a two-by-two estimate.</summary>
    public static RandomisationTest Studentised(TwoByTwoEstimate estimate, RandomisationOptions options) =>
        Studentised(Changes(estimate), Assign(estimate, options));

    /// <summary>The test on Welch's t = (Ȳ₁ − Ȳ₀) / √(s₁²/n₁ + s₀²/n₀) instead of the plain difference.</summary>
    /// <remarks>
    /// It tests the sharp null exactly and, in large samples, the weak null of no average effect as well
    /// (Janssen 1997; Wu and Ding 2021, "Randomization Tests for Weak Null Hypotheses in Randomized Experiments").
    /// The effects it does not reject need not form an interval; <see cref="StudentisedInterval(ImmutableArray{double}, Assignments, double)"/> spans them.
    /// </remarks>
    /// <param name="changes">One change for each unit, in the order of the assignments' units.</param>
    /// <param name="assignments">The assignments, the observed one marked; at least two treated units and two controls.</param>
    /// <exception cref="ArgumentException">A group of one unit, or changes that are not finite or not as many as the units.</exception>
    public static RandomisationTest Studentised(ImmutableArray<double> changes, Assignments assignments)
    {
        Check(changes, assignments);
        CheckSpread(assignments);
        var distribution = PlaceboDistribution.Welch(PlaceboDistribution.Centre(changes), assignments, PlaceboDistribution.Scale(changes));
        var observed = Math.Abs(distribution[assignments.ObservedIndex]);
        return RandomisationTest.Of(distribution, assignments, scale: double.IsFinite(observed) ? Math.Max(1, observed) : 1);
    }

    /// <summary>The effects that the test on Welch's t does not reject, from a two-by-two estimate.</summary>
    public static ConfidenceInterval StudentisedInterval(TwoByTwoEstimate estimate, RandomisationOptions options) =>
        StudentisedInterval(Changes(estimate), Assign(estimate, options), options.Alpha);

    /// <summary>The smallest and the largest common effect that the test on Welch's t does not reject at the level.</summary>
    /// <remarks>
    /// Under an effect τ the changes less τ·D have statistic t_a(τ), a ratio of a line and the root of a parabola: where |t_a(τ)| ≥ |t(τ)| is
    /// found from the roots of a quartic, assignment by assignment. The effects between the ends that are rejected all the same, if any, are kept.
    /// </remarks>
    /// <param name="changes">One change for each unit, in the order of the assignments' units.</param>
    /// <param name="assignments">The assignments, the observed one marked; at least two treated units and two controls.</param>
    /// <param name="alpha">The level of the test.</param>
    /// <exception cref="ArgumentException">A group of one unit, or changes that are not finite or not as many as the units.</exception>
    public static ConfidenceInterval StudentisedInterval(ImmutableArray<double> changes, Assignments assignments, double alpha)
    {
        Check(changes, assignments);
        CheckSpread(assignments);
        return StudentisedInversion.Interval(PlaceboDistribution.Centre(changes), assignments, alpha);
    }

    private static ImmutableArray<double> Changes(TwoByTwoEstimate estimate) => [.. estimate.UnitChanges.Select(unit => unit.Change)];

    private static Assignments Assign(TwoByTwoEstimate estimate, RandomisationOptions options)
    {
        bool[] treated = [.. estimate.UnitChanges.Select(unit => unit.Treated)];
        return options.Strata is { } strata
            ? Assignments.Within([.. estimate.UnitChanges.Select(unit => Stratum(unit.Unit, strata))], treated, options.SampleSize, options.Seed, options.EnumerationLimit)
            : Assignments.Of(treated, options.SampleSize, options.Seed, options.EnumerationLimit);
    }

    private static string Stratum(string unit, IReadOnlyDictionary<string, string> strata) => strata.TryGetValue(unit, out var stratum)
        ? stratum
        : throw new ArgumentException($"The unit \"{unit}\" has no stratum: give one for every unit, or no strata at all.");

    private static void CheckSpread(Assignments assignments)
    {
        if (assignments.TreatedCount < 2 || assignments.ControlCount < 2)
        {
            throw new ArgumentException("A studentised statistic needs at least two treated units and two controls: a single unit has no spread. Use the difference in means.");
        }
    }

    private static void Check(ImmutableArray<double> changes, Assignments assignments)
    {
        if (changes.Length != assignments.UnitCount)
        {
            throw new ArgumentException($"There are {changes.Length} changes for {assignments.UnitCount} units: give one for each unit.");
        }

        foreach (var (unit, change) in changes.Index().Where(unit => !double.IsFinite(unit.Item)))
        {
            throw new ArgumentException($"The change of unit number {unit} is {change}: leave units without data out before inference.");
        }
    }
}
