using System.Collections.Immutable;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.FewClusters;

/// <summary>A t-test on one estimate from each cluster: clusters may be few and of any size and variance, if each estimates the same quantity.</summary>
/// <remarks>
/// Ibragimov and Müller (2010), "t-Statistic Based Correlation and Heterogeneity Robust Inference", and (2016), "Inference with Few Heterogeneous
/// Clusters". The test is conservative whatever the clusters' variances at levels up to 0.083, from two clusters on (Bakirov and Székely 2005).
/// </remarks>
public static class IbragimovMuller
{
    /// <summary>The mean of the clusters' estimates; t = √q β̄ / s with q − 1 degrees of freedom.</summary>
    /// <param name="estimates">One estimate of the same quantity from each cluster alone.</param>
    /// <param name="confidence">The confidence of the interval.</param>
    /// <exception cref="ArgumentException">Fewer than two clusters, or an estimate that is no number.</exception>
    public static Estimate OneSample(IReadOnlyCollection<double> estimates, double confidence = 0.95)
    {
        var (mean, variance) = Moments(estimates, "clusters");
        return Wald("Ibragimov–Müller t-test of cluster estimates", mean, Math.Sqrt(variance / estimates.Count), estimates.Count - 1, 0, estimates.Count, confidence);
    }

    /// <summary>
    /// The mean of the treated clusters' estimates less that of the controls'; t = (β̄₁ − β̄₀) / √(s₁²/q₁ + s₀²/q₀) with min(q₁, q₀) − 1 degrees of freedom.
    /// </summary>
    /// <param name="treated">One estimate from each treated cluster, such as its change.</param>
    /// <param name="controls">One from each control cluster.</param>
    /// <param name="confidence">The confidence of the interval.</param>
    /// <exception cref="ArgumentException">Fewer than two clusters in a group, or an estimate that is no number.</exception>
    public static Estimate TwoSample(IReadOnlyCollection<double> treated, IReadOnlyCollection<double> controls, double confidence = 0.95)
    {
        var (one, other) = (Moments(treated, "treated clusters"), Moments(controls, "control clusters"));
        return Wald(
            "Ibragimov–Müller t-test of treated against control clusters",
            one.Mean - other.Mean,
            Math.Sqrt((one.Variance / treated.Count) + (other.Variance / controls.Count)),
            Math.Min(treated.Count, controls.Count) - 1,
            treated.Count,
            treated.Count + controls.Count,
            confidence);
    }

    /// <summary>The two-sample test on the units' changes of a two-by-two estimate.</summary>
    /// <exception cref="ArgumentException">Fewer than two treated units or controls.</exception>
    public static Estimate TwoSample(TwoByTwoEstimate estimate, double confidence = 0.95) => TwoSample(
        [.. estimate.UnitChanges.Where(unit => unit.Treated).Select(unit => unit.Change)],
        [.. estimate.UnitChanges.Where(unit => !unit.Treated).Select(unit => unit.Change)],
        confidence);

    private static (double Mean, double Variance) Moments(IReadOnlyCollection<double> estimates, string what)
    {
        if (estimates.Count < 2 || estimates.Any(estimate => !double.IsFinite(estimate)))
        {
            throw new ArgumentException(
                $"A t-test of {what} needs at least two of them, each with a number; there are {estimates.Count(double.IsFinite)}. Use randomisation inference for a single one.");
        }

        var mean = estimates.Average();
        return (mean, estimates.Sum(estimate => (estimate - mean) * (estimate - mean)) / (estimates.Count - 1));
    }

    private static Estimate Wald(string method, double value, double error, double degrees, int treated, int clusters, double confidence)
    {
        ImmutableArray<EstimationWarning> warnings = error > 0 ? [] : [new(EstimationWarningKind.NoVariation)];
        return Estimate.Wald(method, value, error, degrees, new(clusters, clusters, treated, 1, clusters), confidence, warnings);
    }
}
