using MathNet.Numerics;
using MathNet.Numerics.Integration;

namespace Utvardering.Statistics.Distributions;

/// <summary>Student's t about a mean that is not zero: the distribution of a t-statistic under an effect.</summary>
internal static class NoncentralT
{
    private const int Points = 128;
    private const int Halvings = 200;

    /// <summary>P(T ≥ t) with T = (Z + shift) / √(χ²(ν) / ν).</summary>
    public static double Upper(double t, double degreesOfFreedom, double shift)
    {
        if (double.IsPositiveInfinity(degreesOfFreedom))
        {
            return Tail.Normal(t - shift);
        }

        // ∫ P(Z ≥ t s − shift) f(s) ds over s = √(χ²/ν), whose density is 2 (ν/2)^(ν/2) / Γ(ν/2) s^(ν−1) e^(−ν s²/2)
        var half = degreesOfFreedom / 2;
        var constant = Math.Log(2) + (half * Math.Log(half)) - SpecialFunctions.GammaLn(half);
        double Density(double s) => Math.Exp(constant + ((degreesOfFreedom - 1) * Math.Log(s)) - (half * s * s));

        // s has mean near 1 and deviation near 1/√(2ν); twelve of them leave nothing out.
        var reach = 12 / Math.Sqrt(2 * degreesOfFreedom);
        var (low, high) = (Math.Max(0, 1 - reach), 1 + reach);
        var middle = (low + high) / 2;
        return GaussLegendreRule.Integrate(Integrand, low, middle, Points) + GaussLegendreRule.Integrate(Integrand, middle, high, Points);

        double Integrand(double s) => s <= 0 ? 0 : Tail.Normal((t * s) - shift) * Density(s);
    }

    /// <summary>The shift at which P(T ≥ t) is the power.</summary>
    public static double ShiftFor(double t, double degreesOfFreedom, double power)
    {
        var (low, high) = (-50.0, t + 50);
        while (Upper(t, degreesOfFreedom, high) < power)
        {
            high *= 2;
        }

        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (middle <= low || middle >= high)
            {
                break;
            }

            (low, high) = Upper(t, degreesOfFreedom, middle) < power ? (middle, high) : (low, middle);
        }

        return high;
    }
}
