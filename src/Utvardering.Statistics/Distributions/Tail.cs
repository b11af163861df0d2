using MathNet.Numerics;

namespace Utvardering.Statistics.Distributions;

/// <summary>Probabilities beyond a statistic: the p-values of the usual tests.</summary>
internal static class Tail
{
    /// <summary>P(Z ≥ z), standard normal.</summary>
    public static double Normal(double z) => 0.5 * SpecialFunctions.Erfc(z / Math.Sqrt(2));

    /// <summary>P(|Z| ≥ |z|), standard normal.</summary>
    public static double NormalTwoSided(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));

    /// <summary>P(|T| ≥ |t|), Student's t; the normal where the degrees of freedom are infinite.</summary>
    public static double StudentTwoSided(double t, double degreesOfFreedom)
    {
        if (double.IsPositiveInfinity(degreesOfFreedom))
        {
            return NormalTwoSided(t);
        }

        // P(|T| ≥ |t|) = I(ν / (ν + t²); ν/2, 1/2)
        return double.IsInfinity(t) ? 0 : SpecialFunctions.BetaRegularized(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + (t * t)));
    }

    /// <summary>P(X ≥ x), chi-squared.</summary>
    public static double ChiSquared(double x, double degreesOfFreedom) =>
        x <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2, x / 2);

    /// <summary>P(F ≥ f), Fisher's F; chi-squared / numerator where the denominator's degrees of freedom are infinite.</summary>
    public static double Fisher(double f, double numerator, double denominator)
    {
        if (double.IsPositiveInfinity(denominator))
        {
            return ChiSquared(f * numerator, numerator);
        }

        return f <= 0 ? 1 : SpecialFunctions.BetaRegularized(denominator / 2, numerator / 2, denominator / (denominator + (numerator * f)));
    }
}
