using System.Collections.Immutable;
using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.SyntheticControl;

/// <summary>What a synthetic control is made of.</summary>
public sealed record SyntheticControlOptions
{
    private readonly double? lambda;
    private readonly double rateScale = 1;
    private readonly double confidence = 0.95;

    /// <summary>The treated unit; null where the panel has only one.</summary>
    public string? Unit { get; init; }

    /// <summary>The donors, which must be never treated; empty: all units that are never treated.</summary>
    public ImmutableArray<string> Donors { get; init; } = [];

    /// <summary>How the weights are found.</summary>
    public SyntheticControlVariant Variant { get; init; }

    /// <summary>λ of the ridge augmentation, in the squared unit of the outcome; null: cross-validated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive.</exception>
    public double? Lambda
    {
        get => lambda;
        init => lambda = value is null or > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Lambda must be positive: a ridge of zero has no solution when there are more periods than donors.");
    }

    /// <summary>
    /// Predictors for <see cref="SyntheticControlVariant.Predictors"/>, and covariates that the ridge augmentation balances beside the outcome.
    /// </summary>
    public PredictorTable? Predictors { get; init; }

    /// <summary>V, the importance of each predictor; empty: searched for.</summary>
    public ImmutableArray<double> PredictorImportance { get; init; } = [];

    /// <summary>What count / exposure is multiplied by in a panel with exposures, such as 100 000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive.</exception>
    public double RateScale
    {
        get => rateScale;
        init => rateScale = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The scale of rates must be positive, such as 100000.");
    }

    /// <summary>The confidence of intervals, 1 − α.</summary>
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
}
