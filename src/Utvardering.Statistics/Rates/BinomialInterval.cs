using Utvardering.Statistics.Distributions;
using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.Rates;

/// <summary>Intervals for a proportion: x of n.</summary>
public static class BinomialInterval
{
    /// <summary>The exact interval.</summary>
    /// <remarks>Clopper and Pearson (1934), "The Use of Confidence or Fiducial Limits Illustrated in the Case of the Binomial".</remarks>
    /// <param name="x">How many have the trait.</param>
    /// <param name="n">How many there are.</param>
    /// <param name="confidence">The coverage, such as 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">x outside 0 … n, n not positive, a confidence outside (0, 1).</exception>
    public static ConfidenceInterval ClopperPearson(long x, long n, double confidence)
    {
        Check(x, n);
        var tail = ConfidenceLevel.TailOf(confidence);

        // L = Beta(α/2; x, n − x + 1) and U = Beta(1 − α/2; x + 1, n − x)
        return new(
            x == 0 ? 0 : Quantile.BetaLower(tail, x, n - x + 1),
            x == n ? 1 : Quantile.BetaUpper(tail, x + 1, n - x),
            confidence);
    }

    /// <summary>The score interval, close to its coverage in small samples too.</summary>
    /// <remarks>Wilson (1927), "Probable Inference, the Law of Succession, and Statistical Inference".</remarks>
    /// <param name="x">How many have the trait.</param>
    /// <param name="n">How many there are.</param>
    /// <param name="confidence">The coverage, such as 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">x outside 0 … n, n not positive, a confidence outside (0, 1).</exception>
    public static ConfidenceInterval Wilson(long x, long n, double confidence)
    {
        Check(x, n);
        var z = Quantile.Normal(1 - ConfidenceLevel.TailOf(confidence));

        // (2x + z² ± z √(z² + 4x(1 − x/n))) / (2(n + z²))
        var centre = (2.0 * x) + (z * z);
        var spread = z * Math.Sqrt((z * z) + (4.0 * x * (1 - ((double)x / n))));
        var denominator = 2 * (n + (z * z));
        return new(
            x == 0 ? 0 : (centre - spread) / denominator,
            x == n ? 1 : (centre + spread) / denominator,
            confidence);
    }

    private static void Check(long x, long n)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(x, n);
    }
}
