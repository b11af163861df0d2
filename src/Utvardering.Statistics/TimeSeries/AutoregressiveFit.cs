using System.Collections.Immutable;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.TimeSeries;

/// <summary>A regression with first-order autoregressive errors; see <see cref="AutoregressiveLeastSquares"/>.</summary>
/// <param name="Rho">ρ̂, the correlation of neighbouring errors.</param>
/// <param name="Sigma">The standard deviation of an error: over n with maximum likelihood, over n − K otherwise.</param>
/// <param name="LogLikelihood">The maximised (restricted) log-likelihood; NaN for Prais and Winsten.</param>
/// <param name="Iterations">Iterations of Prais and Winsten; 0 otherwise.</param>
/// <param name="Coefficients">The coefficients; t with n − K degrees of freedom, ρ̂ taken as known.</param>
/// <param name="Warnings">What the reader must know.</param>
public sealed record AutoregressiveFit(
    double Rho, double Sigma, double LogLikelihood, int Iterations, RegressionInference Coefficients, ImmutableArray<EstimationWarning> Warnings);
