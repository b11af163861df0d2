using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.Randomisation;

/// <summary>The exact interval of a randomisation test: every constant additive effect that the two-sided test does not reject.</summary>
/// <remarks>
/// <para>
/// Under an effect τ the changes less τ·D do not depend on the assignment, so assignment a gives the statistic A(a) − τ B(a), where A is the
/// difference in mean changes and B the difference in mean observed treatment between assigned and others; the observed one gives A₀ − τ.
/// Assignment a is at least as extreme iff (A − τB)² − (A₀ − τ)² ≥ 0. The left side is ((A − A₀) + τ(1 − B)) ((A + A₀) − τ(1 + B)):
/// concave in τ since B² ≤ 1, and not negative exactly between the roots (A₀ − A)/(1 − B) and (A₀ + A)/(1 + B), which enclose A₀.
/// </para>
/// <para>
/// Hence p(τ) is the share of these intervals that contain τ, falls on both sides of A₀, and {τ : p(τ) &gt; α} is an interval whose ends are
/// order statistics of the roots: no search and no grid. The confidence is at least 1 − α.
/// </para>
/// <para>Test inversion: Imbens and Rubin (2015), section 5.7; Rosenbaum (2002), <i>Observational Studies</i>, section 2.6.</para>
/// </remarks>
internal static class TestInversion
{
    public static ConfidenceInterval Interval(double[] differences, Assignments assignments, double alpha)
    {
        var observed = differences[assignments.ObservedIndex];
        var lower = new double[differences.Length];
        var upper = new double[differences.Length];
        for (var a = 0; a < differences.Length; a++)
        {
            (lower[a], upper[a]) = ExtremeBetween(differences[a], observed, a, assignments);
        }

        // p(τ) > α iff more than αN intervals contain τ: the ends are the roots of rank ⌊αN⌋ + 1 from outside.
        var rank = AcceptanceRegion.RankFromOutside(alpha, differences.Length);
        return new(OrderStatistic.Of(lower, rank), OrderStatistic.Of(upper, upper.Length - rank - 1), 1 - alpha);
    }

    private static (double Lower, double Upper) ExtremeBetween(double difference, double observed, int assignment, Assignments assignments)
    {
        if (assignments.IsAlwaysTied(assignment))
        {
            return (double.NegativeInfinity, double.PositiveInfinity);
        }

        // B = share of the assigned that were treated − share of the others that were
        var overlap = assignments.Overlap(assignment);
        var treatmentDifference = ((double)overlap / assignments.TreatedCount)
            - ((double)(assignments.TreatedCount - overlap) / assignments.ControlCount);
        var first = (observed - difference) / (1 - treatmentDifference);
        var second = (observed + difference) / (1 + treatmentDifference);
        return (Math.Min(first, second), Math.Max(first, second));
    }
}
