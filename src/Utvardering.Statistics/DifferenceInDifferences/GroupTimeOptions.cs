using System.Collections.Immutable;
using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>How <see cref="GroupTime"/> estimates.</summary>
public sealed record GroupTimeOptions
{
    private readonly int anticipation;
    private readonly double confidence = 0.95;

    /// <summary>Whom cohorts are compared with.</summary>
    public GroupTimeControls Controls { get; init; } = GroupTimeControls.NeverTreated;

    /// <summary>How covariates enter.</summary>
    public GroupTimeMethod Method { get; init; } = GroupTimeMethod.DoublyRobust;

    /// <summary>What periods before treatment are held against.</summary>
    public GroupTimeBase BasePeriod { get; init; } = GroupTimeBase.Varying;

    /// <summary>δ: periods before treatment in which units may already react. The base of a cohort is the period g − δ − 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int Anticipation
    {
        get => anticipation;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            anticipation = value;
        }
    }

    /// <summary>The panel's covariates to adjust for, taken at the earlier of the two periods compared.</summary>
    public ImmutableArray<string> Covariates { get; init; } = [];

    /// <summary>
    /// Compare means of the units observed in each of the two periods, not changes within units: for repeated cross-sections, and for panels
    /// whose gaps would cost too many units. Observations of one unit still count as dependent. Without covariates only.
    /// </summary>
    public bool RepeatedCrossSections { get; init; }

    /// <summary>Standard errors and uniform bands by multiplier bootstrap; null: analytic standard errors, no bands.</summary>
    public MultiplierBootstrapOptions? Bootstrap { get; init; }

    /// <summary>The confidence of intervals and of uniform bands.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside (0, 1).</exception>
    public double Confidence
    {
        get => confidence;
        init
        {
            _ = ConfidenceLevel.TailOf(value);
            confidence = value;
        }
    }
}
