using Utvardering.Statistics.Intervals;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>Difference in differences of counts with exposure: the effect as a ratio of rates.</summary>
/// <remarks>
/// log E(y(i,t)) = log(exposure) + α(i) + λ(t) + τ D(i,t) + β′x(i,t), by Poisson quasi-likelihood. exp(τ̂) − 1 is the relative effect on the treated
/// if the treated's rates would have changed by the same factor as the controls' (Wooldridge 2023, "Simple Approaches to Nonlinear
/// Difference-in-Differences with Panel Data"). Clustered standard errors need no Poisson variance. Its interval is the coefficient's, turned.
/// </remarks>
public static class PoissonDifferenceInDifferences
{
    /// <summary>Estimates the regression.</summary>
    /// <param name="panel">Counts, with exposures where the panel has them. Missing cells are left out, and units and periods without any count.</param>
    /// <param name="options">Covariates and standard errors.</param>
    /// <exception cref="ArgumentException">No treated unit; a count below zero; no variation of treatment beside the effects; CR2, which is for linear regressions.</exception>
    public static PoissonDifferenceInDifferencesResult Estimate(CohortPanel panel, PanelRegressionOptions? options = null)
    {
        options ??= new();
        PanelWarnings.CheckTreated(panel);
        var rows = PanelRows.Of(panel, options.Covariates);
        var fit = PanelFit.Poisson(rows, [new(TwoWayFixedEffects.Treatment, rows.Treatment()), .. rows.Covariates], options.Effects, "Poisson two-way fixed effects");
        var inference = fit.With(options.ErrorsOn(rows), rows.Sample() with { Observations = fit.Observations });
        var log = inference.Coefficient(TwoWayFixedEffects.Treatment, options.Confidence);
        var starts = PanelWarnings.Starts(panel).Length;
        EstimationWarning[] staggered = starts > 1 ? [new(EstimationWarningKind.StaggeredStarts, Value: starts)] : [];
        log = log with { Warnings = [.. log.Warnings, .. PanelWarnings.Groups(panel), .. staggered] };
        return new(log, Relative(log), QuasiPoissonErrors.Dispersion(fit), inference);
    }

    /// <summary>exp(b) − 1 with the interval's ends turned likewise; the standard error is the delta method's, exp(b) · se.</summary>
    private static Results.Estimate Relative(Results.Estimate log) => log with
    {
        Method = $"{log.Method}, relative effect",
        Value = Math.Exp(log.Value) - 1,
        StandardError = Math.Exp(log.Value) * log.StandardError,
        Interval = new ConfidenceInterval(Math.Exp(log.Interval.Low) - 1, Math.Exp(log.Interval.High) - 1, log.Interval.Confidence),
    };
}
