using MathNet.Numerics;

namespace Utvardering.Statistics.Distributions;

/// <summary>
/// Quantiles of the exact intervals. Gamma and beta are inverted here by halving, since MathNet's own inverses stop at an absolute
/// precision: one in a million has a lower end of 2.5E−8, of which Beta.InvCDF gets seven digits, and a ratio of rates carries the loss on.
/// </summary>
internal static class Quantile
{
    private const int MostHalvings = 400;

    /// <summary>z with standard normal probability p below it.</summary>
    public static double Normal(double p) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, p);

    /// <summary>t with P(|T| ≥ t) = p, Student's t; the normal's where the degrees of freedom are infinite.</summary>
    public static double StudentTwoSided(double p, double degreesOfFreedom)
    {
        if (double.IsPositiveInfinity(degreesOfFreedom))
        {
            return Normal(1 - (p / 2));
        }

        // P(|T| ≥ t) = I(x; ν/2, 1/2) with x = ν / (ν + t²)
        var x = BetaLower(p, degreesOfFreedom / 2, 0.5);
        return Math.Sqrt(degreesOfFreedom * (1 - x) / x);
    }

    /// <summary>x with probability p below it, gamma distribution with this shape and scale 1.</summary>
    public static double GammaLower(double p, double shape) =>
        Root(0, AboveMost(shape, p), x => x <= 0 ? -p : SpecialFunctions.GammaLowerRegularized(shape, x) - p);

    /// <summary>x with probability p above it, gamma distribution with this shape and scale 1.</summary>
    public static double GammaUpper(double p, double shape) =>
        Root(0, AboveMost(shape, p), x => p - (x <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(shape, x)));

    /// <summary>x with probability p below it, beta distribution.</summary>
    public static double BetaLower(double p, double a, double b) => Root(0, 1, x => SpecialFunctions.BetaRegularized(a, b, x) - p);

    /// <summary>x with probability p above it, beta distribution.</summary>
    public static double BetaUpper(double p, double a, double b) =>
        // 1 − I(x; a, b) = I(1 − x; b, a)
        1 - BetaLower(p, b, a);

    // Chernoff's bound: P(X > shape + √(2 shape t) + t) ≤ e^(−t) for a gamma variable.
    private static double AboveMost(double shape, double p)
    {
        var t = -Math.Log(Math.Min(p, 1 - p)) + 1;
        return shape + Math.Sqrt(2 * shape * t) + t;
    }

    /// <summary>The root of a rising function by halving until no double lies between the ends.</summary>
    private static double Root(double low, double high, Func<double, double> rising)
    {
        for (var i = 0; i < MostHalvings; i++)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                break;
            }

            (low, high) = rising(middle) < 0 ? (middle, high) : (low, middle);
        }

        return high;
    }
}
