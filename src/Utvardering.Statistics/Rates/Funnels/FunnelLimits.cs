using MathNet.Numerics;
using Utvardering.Statistics.Distributions;
using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.Rates;

/// <summary>
/// Limits within which a unit of some size lies if it differs from the target by chance only. Convention draws two: 95 % ("2 σ") and 99.8 % ("3 σ").
/// Among hundred units five lie outside the inner limits by chance.
/// </summary>
/// <remarks>Spiegelhalter (2005), "Funnel Plots for Comparing Institutional Performance".</remarks>
public static class FunnelLimits
{
    /// <summary>Limits of a proportion.</summary>
    /// <param name="target">The proportion all share, 0 … 1.</param>
    /// <param name="size">How many the unit has.</param>
    /// <param name="confidence">The chance of lying within, such as 0.998.</param>
    /// <param name="method"><see cref="FunnelMethod.Exact"/> or <see cref="FunnelMethod.Normal"/>.</param>
    /// <exception cref="ArgumentException">A target outside [0, 1], a size that is not positive, the χ² method.</exception>
    public static ConfidenceInterval Proportion(double target, long size, double confidence, FunnelMethod method = FunnelMethod.Exact)
    {
        var tail = ConfidenceLevel.TailOf(confidence);
        if (!(target is >= 0 and <= 1) || size <= 0)
        {
            throw new ArgumentException($"A funnel of proportions needs a target between 0 and 1 and a positive size, not {target} and {size}.");
        }

        if (method == FunnelMethod.ChiSquared)
        {
            throw new ArgumentException("The χ² limits are for counts without an upper bound: use the exact or the normal ones for a proportion.");
        }

        if (method == FunnelMethod.Normal)
        {
            var half = Quantile.Normal(1 - tail) * Math.Sqrt(target * (1 - target) / size);
            return new(Math.Max(0, target - half), Math.Min(1, target + half), confidence);
        }

        // P(X ≤ r) = I(1 − t; n − r, r + 1)
        double Below(double r) => r < 0 ? 0 : r >= size ? 1 : SpecialFunctions.BetaRegularized(size - r, r + 1, 1 - target);
        return target is 0 or 1
            ? new(target, target, confidence)
            : new(Interpolated(Below, tail, size) / size, Interpolated(Below, 1 - tail, size) / size, confidence);
    }

    /// <summary>Limits of a rate per unit of exposure.</summary>
    /// <param name="target">The rate all share.</param>
    /// <param name="exposure">The unit's exposure.</param>
    /// <param name="confidence">The chance of lying within.</param>
    /// <param name="method">How.</param>
    /// <exception cref="ArgumentException">A target or exposure that is not positive.</exception>
    public static ConfidenceInterval Rate(double target, double exposure, double confidence, FunnelMethod method = FunnelMethod.Exact)
    {
        var limits = Ratio(target * exposure, confidence, method);
        return new(limits.Low * target, limits.High * target, confidence);
    }

    /// <summary>Limits of observed over expected, about 1.</summary>
    /// <param name="expected">The events expected.</param>
    /// <param name="confidence">The chance of lying within.</param>
    /// <param name="method">How.</param>
    /// <exception cref="ArgumentException">Nothing expected.</exception>
    public static ConfidenceInterval Ratio(double expected, double confidence, FunnelMethod method = FunnelMethod.Exact)
    {
        var tail = ConfidenceLevel.TailOf(confidence);
        if (!(expected > 0 && double.IsFinite(expected)))
        {
            throw new ArgumentException($"A funnel needs a positive expected count, not {expected}: leave units without exposure out.");
        }

        // P(X ≤ r) = Q(r + 1, μ)
        double Below(double r) => r < 0 ? 0 : SpecialFunctions.GammaUpperRegularized(r + 1, expected);
        var half = Quantile.Normal(1 - tail) / Math.Sqrt(expected);
        return method switch
        {
            FunnelMethod.Exact => new(Interpolated(Below, tail, double.PositiveInfinity) / expected, Interpolated(Below, 1 - tail, double.PositiveInfinity) / expected, confidence),
            FunnelMethod.Normal => new(Math.Max(0, 1 - half), 1 + half, confidence),
            _ => new(Quantile.GammaLower(tail, expected) / expected, Quantile.GammaUpper(tail, expected + 1) / expected, confidence),
        };
    }

    /// <summary>
    /// The funnel by the observed count, as Public Health England draws it: the expected counts at which this count would lie on the lower and on
    /// the upper limit. The lower limit is count / <see cref="ConfidenceInterval.High"/>.
    /// </summary>
    /// <param name="count">The observed count.</param>
    /// <param name="confidence">The chance of lying within.</param>
    public static ConfidenceInterval ExpectedWithCountOnLimit(long count, double confidence) => PoissonInterval.Garwood(count, confidence);

    // r is the smallest count with P(X ≤ r) ≥ p; the limit is r − (P(X ≤ r) − p) / P(X = r).
    private static double Interpolated(Func<double, double> below, double p, double most)
    {
        double low = -1, high = 1;
        while (high < most && below(high) < p)
        {
            high = Math.Min(most, high * 2);
        }

        while (high - low > 1)
        {
            var middle = Math.Floor((low + high) / 2);
            (low, high) = below(middle) < p ? (middle, high) : (low, middle);
        }

        return Math.Max(0, high - ((below(high) - p) / (below(high) - below(high - 1))));
    }
}
