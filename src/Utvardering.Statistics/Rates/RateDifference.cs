using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.Rates;

/// <summary>The difference of two rates of independent Poisson counts.</summary>
/// <param name="First">The rate to subtract from.</param>
/// <param name="Second">The rate subtracted, in the same unit of exposure.</param>
public sealed record RateDifference(CountedRate First, CountedRate Second)
{
    /// <summary>First rate − second rate, times the scale.</summary>
    /// <param name="scale">As in <see cref="CountedRate.Value"/>.</param>
    public double Estimate(double scale = 1) => First.Value(scale) - Second.Value(scale);

    /// <summary>
    /// An interval from the exact intervals of both rates, so that it keeps their skewness and is of use at small counts, zero among them.
    /// Its coverage is near the nominal, not guaranteed.
    /// </summary>
    /// <remarks>
    /// The method of variance estimates recovery: Zou and Donner (2008), "Construction of Confidence Limits about Effect Measures:
    /// A General Approach", with Garwood's limits for each rate.
    /// </remarks>
    /// <param name="confidence">The coverage, such as 0.95.</param>
    /// <param name="scale">As in <see cref="CountedRate.Value"/>.</param>
    public ConfidenceInterval Interval(double confidence, double scale = 1)
    {
        var (first, second) = (First.Value(scale), Second.Value(scale));
        var (one, other) = (First.Garwood(confidence, scale), Second.Garwood(confidence, scale));

        // L = r₁ − r₂ − √((r₁ − l₁)² + (u₂ − r₂)²) and U = r₁ − r₂ + √((u₁ − r₁)² + (r₂ − l₂)²)
        return new(
            first - second - double.Hypot(first - one.Low, other.High - second),
            first - second + double.Hypot(one.High - first, second - other.Low),
            confidence);
    }
}
