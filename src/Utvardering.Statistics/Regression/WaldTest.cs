using Utvardering.Statistics.Distributions;

namespace Utvardering.Statistics.Regression;

/// <summary>A joint test that several combinations of coefficients are zero.</summary>
/// <param name="F">b′V⁻¹b / q.</param>
/// <param name="Numerator">q, the number of combinations.</param>
/// <param name="Denominator">Degrees of freedom of the standard errors; infinite: qF is held against χ²(q).</param>
public sealed record WaldTest(double F, int Numerator, double Denominator)
{
    /// <summary>qF, the χ² form of the statistic.</summary>
    public double ChiSquared => F * Numerator;

    /// <summary>P(F(q, denominator) ≥ F).</summary>
    public double PValue => Tail.Fisher(F, Numerator, Denominator);
}
