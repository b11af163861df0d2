using Utvardering.Statistics.Distributions;
using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.Rates;

/// <summary>Intervals for the expected count behind an observed one.</summary>
public static class PoissonInterval
{
    /// <summary>The exact interval: no count that either end makes rarer than α/2 is excluded. At zero counts the lower end is 0.</summary>
    /// <remarks>Garwood (1936), "Fiducial Limits for the Poisson Distribution".</remarks>
    /// <param name="count">The observed count.</param>
    /// <param name="confidence">The coverage, such as 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative count, a confidence outside (0, 1).</exception>
    public static ConfidenceInterval Garwood(long count, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var tail = ConfidenceLevel.TailOf(confidence);

        // L = χ²(α/2; 2x) / 2 and U = χ²(1 − α/2; 2x + 2) / 2, where χ²(2x) / 2 is gamma with shape x
        return new(count == 0 ? 0 : Quantile.GammaLower(tail, count), Quantile.GammaUpper(tail, count + 1), confidence);
    }

    /// <summary>
    /// Byar's approximation, as health authorities publish it for counts of ten and more. Below about two its lower end formula
    /// turns negative at high confidence; the end is then 0.
    /// </summary>
    /// <remarks>Breslow and Day (1987), <i>Statistical Methods in Cancer Research</i> II, section 2.3, equations 2.13–2.14.</remarks>
    /// <param name="count">The observed count.</param>
    /// <param name="confidence">The coverage, such as 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative count, a confidence outside (0, 1).</exception>
    public static ConfidenceInterval Byar(long count, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var z = Quantile.Normal(1 - ConfidenceLevel.TailOf(confidence));

        // L = x (1 − 1/(9x) − z/(3√x))³ and U = (x + 1) (1 − 1/(9(x + 1)) + z/(3√(x + 1)))³
        return new(count == 0 ? 0 : Math.Max(0, Cubed(count, -z)), Cubed(count + 1, z), confidence);
    }

    /// <summary>The rule of health authorities: <see cref="Garwood"/> below ten events, <see cref="Byar"/> from ten.</summary>
    /// <remarks>Public Health England (2018), <i>Technical Guide: Confidence Intervals</i>.</remarks>
    /// <param name="count">The observed count.</param>
    /// <param name="confidence">The coverage, such as 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative count, a confidence outside (0, 1).</exception>
    public static ConfidenceInterval Published(long count, double confidence) => count < 10 ? Garwood(count, confidence) : Byar(count, confidence);

    private static double Cubed(double x, double z) => x * Math.Pow(1 - (1 / (9 * x)) + (z / (3 * Math.Sqrt(x))), 3);
}
