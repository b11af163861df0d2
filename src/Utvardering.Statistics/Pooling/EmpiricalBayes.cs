using System.Collections.Immutable;
using Utvardering.Statistics.Distributions;
using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.Pooling;

/// <summary>Empirical Bayes estimates of each municipality's own effect: noisy ones are drawn most towards the mean.</summary>
/// <remarks>
/// Morris (1983), "Parametric Empirical Bayes Inference"; the best linear unbiased prediction of Raudenbush and Bryk (1985). A ranking of raw effects
/// puts the smallest municipalities first and last; the shrunken ones have the least expected squared error over all municipalities together,
/// though each is biased towards the mean. The intervals take τ² as known, so they are too short in few municipalities.
/// </remarks>
public static class EmpiricalBayes
{
    /// <summary>Shrinks the effects towards their random-effects mean.</summary>
    /// <exception cref="ArgumentException">As for <see cref="MetaAnalysis.Estimate"/>.</exception>
    public static ImmutableArray<ShrunkenEffect> Shrink(ImmutableArray<Study> studies, MetaAnalysisOptions? options = null)
    {
        options ??= new();
        var fit = new MetaFit(StudyTable.Of(studies), options);
        var (mean, variance) = (fit.Weighted.Coefficients[0], fit.Covariance[0, 0]);
        var t = Quantile.StudentTwoSided(2 * ConfidenceLevel.TailOf(options.Confidence), fit.DegreesOfFreedom);
        return [.. studies.Select(study => Of(study, fit.Tau2, mean, variance, t, options.Confidence))];
    }

    private static ShrunkenEffect Of(Study study, double tau2, double mean, double varianceOfMean, double t, double confidence)
    {
        // θ̂ = λ y + (1 − λ) μ̂ and MSE = λ v + (1 − λ)² var(μ̂), λ = τ² / (τ² + v)
        var reliability = tau2 / (tau2 + study.Variance);
        var value = (reliability * study.Effect) + ((1 - reliability) * mean);
        var error = Math.Sqrt((reliability * study.Variance) + ((1 - reliability) * (1 - reliability) * varianceOfMean));
        return new(study.Name, study.Effect, value, error, new(value - (t * error), value + (t * error), confidence), reliability);
    }
}
