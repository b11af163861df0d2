using System.Collections.Immutable;

namespace Utvardering.Statistics.Randomisation;

/// <summary>A statistic held against its distribution over assignments, under the sharp null of no effect on any unit.</summary>
/// <remarks>Fisher (1935), <i>The Design of Experiments</i>; Imbens and Rubin (2015), <i>Causal Inference</i>, chapter 5.</remarks>
/// <param name="Statistic">The statistic under the observed assignment.</param>
/// <param name="PTwoSided">Share of assignments with |statistic| at least as large as the observed; ties count.</param>
/// <param name="PLower">Share with a statistic at most the observed: small when the effect is negative.</param>
/// <param name="PUpper">Share with a statistic at least the observed: small when the effect is positive.</param>
/// <param name="MinimumP">The smallest two-sided p-value that any data could give; see <see cref="Assignments.MinimumP"/>.</param>
/// <param name="Distribution">The statistic under every assignment, in the order of the assignments.</param>
/// <param name="IsExhaustive">Whether all assignments were used, so that the p-values are exact.</param>
public sealed record RandomisationTest(
    double Statistic,
    double PTwoSided,
    double PLower,
    double PUpper,
    double MinimumP,
    ImmutableArray<double> Distribution,
    bool IsExhaustive)
{
    /// <summary>
    /// How near two statistics must be to count as tied, relative to the scale of the statistic. Assignments that tie in exact arithmetic
    /// differ by rounding, and a tie lost would make the p-value too small.
    /// </summary>
    public const double TieTolerance = 1e-12;

    /// <summary>N, the number of assignments used.</summary>
    public int AssignmentCount => Distribution.Length;

    internal static RandomisationTest Of(double[] distribution, Assignments assignments, double scale) =>
        Of(distribution, assignments.ObservedIndex, assignments.MinimumP, assignments.IsExhaustive, scale);

    internal static RandomisationTest Of(double[] distribution, int observedIndex, double minimumP, bool isExhaustive, double scale)
    {
        var observed = distribution[observedIndex];
        var tie = TieTolerance * scale;
        var (twoSided, lower, upper) = (0, 0, 0);
        foreach (var statistic in distribution)
        {
            twoSided += Math.Abs(statistic) >= Math.Abs(observed) - tie ? 1 : 0;
            lower += statistic <= observed + tie ? 1 : 0;
            upper += statistic >= observed - tie ? 1 : 0;
        }

        var count = (double)distribution.Length;
        return new(observed, twoSided / count, lower / count, upper / count, minimumP, [.. distribution], isExhaustive);
    }
}
