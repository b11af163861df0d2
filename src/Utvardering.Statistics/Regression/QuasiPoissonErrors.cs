namespace Utvardering.Statistics.Regression;

/// <summary>Counts that vary more, or less, than Poisson's, in proportion to the mean: φ̂ (X̃′μX̃)⁻¹.</summary>
/// <remarks>
/// φ̂ = Σ (y − μ̂)² / μ̂ / (n − K), Pearson's dispersion (McCullagh and Nelder 1989, <i>Generalized Linear Models</i>, section 6.2.3).
/// Tests use t with n − K degrees of freedom, as R's quasipoisson does.
/// </remarks>
public sealed record QuasiPoissonErrors : StandardErrors
{
    /// <summary>φ̂ of a Poisson regression.</summary>
    /// <exception cref="ArgumentException">The regression is linear.</exception>
    public static double Dispersion(RegressionFit fit) => fit.IsPoisson
        ? fit.WeightedSquares() / (fit.Observations - fit.Parameters(FixedEffectCounting.All))
        : throw new ArgumentException("Only a Poisson regression has a dispersion: use ClassicalErrors for a linear one.");

    internal override CoefficientCovariance Of(RegressionFit fit)
    {
        var degrees = SmallSample.Reference == ReferenceDistribution.Normal
            ? double.PositiveInfinity
            : fit.Observations - fit.Parameters(FixedEffectCounting.All);
        return new(fit.Bread * Dispersion(fit), degrees, "quasi-Poisson standard errors", null);
    }
}
