using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>Difference in differences as a regression with unit and period effects and one coefficient for being treated.</summary>
/// <remarks>
/// <para>y(i,t) = α(i) + λ(t) + τ D(i,t) + β′x(i,t) + ε(i,t), with D = 1 from the unit's first treated period on.</para>
/// <para>
/// With one start and no covariates τ̂ is the difference in differences of means. With several starts it averages comparisons of which some use
/// treated units as controls, with weights that may be negative (Goodman-Bacon 2021; de Chaisemartin and D'Haultfœuille 2020): the result warns,
/// and <see cref="SunAbraham"/> or <see cref="ImputationEstimator"/> should be read beside it.
/// </para>
/// </remarks>
public static class TwoWayFixedEffects
{
    /// <summary>The name of the coefficient.</summary>
    public const string Treatment = "treated";

    /// <summary>Estimates the regression.</summary>
    /// <param name="panel">Units × periods; missing cells are left out.</param>
    /// <param name="options">Covariates and standard errors.</param>
    /// <exception cref="ArgumentException">No treated unit; no variation of treatment beside the effects; an unknown covariate; one cluster.</exception>
    public static TwoWayFixedEffectsResult Estimate(CohortPanel panel, PanelRegressionOptions? options = null)
    {
        options ??= new();
        PanelWarnings.CheckTreated(panel);
        var rows = PanelRows.Of(panel, options.Covariates);
        var fit = PanelFit.Linear(rows, [new(Treatment, rows.Treatment()), .. rows.Covariates], options.Effects, "two-way fixed effects");
        var inference = fit.With(options.ErrorsOn(rows), rows.Sample());
        var effect = inference.Coefficient(Treatment, options.Confidence);
        var starts = PanelWarnings.Starts(panel).Length;
        EstimationWarning[] staggered = starts > 1 ? [new(EstimationWarningKind.StaggeredStarts, Value: starts)] : [];
        return new(
            effect with { Warnings = [.. effect.Warnings, .. PanelWarnings.Groups(panel), .. staggered] },
            [.. options.Covariates.Where(name => fit.Names.Contains(name)).Select(name => new NamedEstimate(name, inference.Coefficient(name, options.Confidence)))],
            inference);
    }

    /// <summary>The effect of <see cref="Estimate"/> alone, for those who ask thousands of times: in a balanced panel with one start without its regression.</summary>
    /// <param name="panel">Units × periods; missing cells are left out.</param>
    /// <param name="options">Covariates and standard errors.</param>
    /// <exception cref="ArgumentException">As <see cref="Estimate"/>.</exception>
    public static Estimate Effect(CohortPanel panel, PanelRegressionOptions? options = null)
    {
        options ??= new();
        PanelWarnings.CheckTreated(panel);
        return BalancedChanges.Effect(panel, options) ?? Estimate(panel, options).Effect;
    }
}
