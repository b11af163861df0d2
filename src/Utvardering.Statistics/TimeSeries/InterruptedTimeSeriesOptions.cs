using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.TimeSeries;

/// <summary>How <see cref="InterruptedTimeSeries"/> models a series.</summary>
public sealed record InterruptedTimeSeriesOptions
{
    private readonly int harmonics = 2;
    private readonly int? lag;
    private readonly double confidence = 0.95;

    /// <summary>Whether the slope may change as well as the level. Decide it before the data are seen.</summary>
    public bool SlopeChange { get; init; } = true;

    /// <summary>How the time of year enters.</summary>
    public SeasonalTerms Season { get; init; } = SeasonalTerms.None;

    /// <summary>The number of pairs of sine and cosine, where the season is harmonic.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than one.</exception>
    public int Harmonics
    {
        get => harmonics;
        init => harmonics = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one pair of sine and cosine is needed: leave the season out instead.");
    }

    /// <summary>The longest lag of Newey and West's standard errors; null: ⌊4 (n / 100)^(2/9)⌋.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int? Lag
    {
        get => lag;
        init => lag = value is null or >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A lag cannot be negative.");
    }

    /// <summary>Whether Newey and West's covariance is multiplied by n / (n − K).</summary>
    public bool AdjustForParameters { get; init; } = true;

    /// <summary>How the correlation of AR(1) errors is estimated.</summary>
    public AutoregressiveMethod Autoregression { get; init; } = AutoregressiveMethod.RestrictedMaximumLikelihood;

    /// <summary>The confidence of intervals.</summary>
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
