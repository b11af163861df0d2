using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>A difference in differences of counts; see <see cref="PoissonDifferenceInDifferences"/>.</summary>
/// <param name="LogRatio">The coefficient, the logarithm of the ratio of rates.</param>
/// <param name="Relative">exp(coefficient) − 1: −0.1 is ten per cent fewer.</param>
/// <param name="Dispersion">Pearson's χ² / (n − K): far above 1, the counts vary more than Poisson's.</param>
/// <param name="Regression">The whole regression.</param>
public sealed record PoissonDifferenceInDifferencesResult(Estimate LogRatio, Estimate Relative, double Dispersion, RegressionInference Regression);
