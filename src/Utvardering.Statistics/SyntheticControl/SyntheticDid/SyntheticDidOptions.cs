using System.Collections.Immutable;
using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.SyntheticControl.SyntheticDid;

/// <summary>How synthetic difference in differences is run.</summary>
public sealed record SyntheticDidOptions
{
    private readonly int replications = 200;
    private readonly double confidence = 0.95;
    private readonly double rateScale = 1;

    /// <summary>Which weights.</summary>
    public SyntheticDidWeighting Weighting { get; init; }

    /// <summary>Where the standard error comes from.</summary>
    public SyntheticDidInference Inference { get; init; }

    /// <summary>
    /// Unit weights found elsewhere, in the place of those the method would find; units not named weigh nothing. Only together with
    /// <see cref="PeriodWeights"/>, with one cohort, and with inference that keeps weights (the jackknife or none).
    /// </summary>
    public ImmutableDictionary<string, double>? UnitWeights { get; init; }

    /// <summary>Period weights found elsewhere; periods not named weigh nothing.</summary>
    public ImmutableDictionary<int, double>? PeriodWeights { get; init; }

    /// <summary>Draws of the placebo or the bootstrap.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two.</exception>
    public int Replications
    {
        get => replications;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            replications = value;
        }
    }

    /// <summary>The seed of the draws.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The confidence of the interval, 1 − α.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside (0, 1).</exception>
    public double Confidence
    {
        get => confidence;
        init
        {
            _ = ConfidenceLevel.TailOf(value);
            confidence = value;
        }
    }

    /// <summary>What count / exposure is multiplied by in a panel with exposures, such as 100 000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive.</exception>
    public double RateScale
    {
        get => rateScale;
        init => rateScale = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The scale of rates must be positive, such as 100000.");
    }
}
