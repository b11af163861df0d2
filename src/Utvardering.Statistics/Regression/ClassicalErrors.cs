using MathNet.Numerics.LinearAlgebra;

namespace Utvardering.Statistics.Regression;

/// <summary>Errors that are independent with equal variance: σ̂² (X̃′WX̃)⁻¹.</summary>
/// <remarks>
/// σ̂² = Σ w e² / (n − K) in a linear regression. A Poisson regression has variance equal to the mean, times (n − 1) / (n − K) where
/// <see cref="SmallSample.AdjustForParameters"/> asks for it; see <see cref="QuasiPoissonErrors"/> for counts that vary more.
/// </remarks>
public sealed record ClassicalErrors : StandardErrors
{
    internal override CoefficientCovariance Of(RegressionFit fit)
    {
        var k = fit.Parameters(SmallSample.FixedEffects);
        var factor = SmallSample.ParameterFactor(fit.Observations, k);

        // σ̂² = SSR / (n − 1) · (n − 1) / (n − K)
        Matrix<double> matrix = fit.Bread * (fit.IsPoisson ? factor : fit.WeightedSquares() / (fit.Observations - 1.0) * factor);
        return new(matrix, Degrees(fit, k, null), "classical standard errors", null);
    }
}
