namespace Utvardering.Statistics.Pooling;

/// <summary>The choices of a random-effects meta-analysis.</summary>
public sealed record MetaAnalysisOptions
{
    /// <summary>How τ² is estimated.</summary>
    public HeterogeneityEstimator Heterogeneity { get; init; } = HeterogeneityEstimator.RestrictedMaximumLikelihood;

    /// <summary>How uncertainty is reckoned.</summary>
    public PooledInference Inference { get; init; } = PooledInference.KnappHartung;

    /// <summary>The distribution of the prediction interval.</summary>
    public PredictionReference Prediction { get; init; } = PredictionReference.AsInference;

    /// <summary>The coverage of all intervals, 1 − α.</summary>
    public double Confidence { get; init; } = 0.95;
}
