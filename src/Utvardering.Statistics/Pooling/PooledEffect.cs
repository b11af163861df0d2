using System.Collections.Immutable;
using Utvardering.Statistics.Intervals;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.Pooling;

/// <summary>The mean of the studies' true effects.</summary>
/// <param name="Estimate">The pooled mean with its interval.</param>
/// <param name="Prediction">Where the true effect of a new study like these would lie; NaN ends for a common effect.</param>
/// <param name="Heterogeneity">How much the true effects differ.</param>
/// <param name="Weights">Each study's share of the mean, in the studies' order; they sum to 1.</param>
/// <param name="LogLikelihood">The restricted log-likelihood for that estimator of τ², else the log-likelihood.</param>
public sealed record PooledEffect(
    Estimate Estimate, ConfidenceInterval Prediction, Heterogeneity Heterogeneity, ImmutableArray<double> Weights, double LogLikelihood);
