using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>An event study of counts with exposure: a ratio of rates for each time since treatment began.</summary>
/// <remarks>
/// log E(y(i,t)) = log(exposure) + α(i) + λ(t) + Σ_{e ≠ r} μ(e) 1{t − g(i) = e} + β′x(i,t), by Poisson quasi-likelihood (Wooldridge 2023, "Simple
/// Approaches to Nonlinear Difference-in-Differences with Panel Data"). exp(μ̂(e)) is the ratio, at time e and against the reference, of the treated's
/// rates to what they would be had they moved by the same factor as the controls'. As with <see cref="EventStudyRegression"/>, several starts mix times.
/// </remarks>
public static class PoissonEventStudy
{
    /// <summary>Estimates the event study; its estimates are logarithms of ratios.</summary>
    /// <param name="panel">Counts, with exposures where the panel has them. Missing cells are left out, and units and periods without any count.</param>
    /// <param name="options">Reference, bins, covariates and standard errors.</param>
    /// <exception cref="ArgumentException">As <see cref="EventStudyRegression.Estimate(CohortPanel, EventStudyRegressionOptions?)"/>; a count below zero; CR2, which is for linear regressions.</exception>
    public static EventStudyRegressionResult Estimate(CohortPanel panel, EventStudyRegressionOptions? options = null) =>
        EventStudyRegression.Estimate(panel, options ?? new(), (rows, columns) => FixedEffectsPoisson.Fit(
            rows.Outcome, columns, [rows.Units, rows.Times],
            new() { Weights = rows.Weights, Exposure = rows.Exposure, Method = "Poisson two-way fixed-effects event study" }));
}
