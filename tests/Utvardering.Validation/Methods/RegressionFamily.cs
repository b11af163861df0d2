using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Results;
using Utvardering.Validation.Panels;

namespace Utvardering.Validation.Methods;

/// <summary>Two-way fixed effects with the usual standard errors.</summary>
internal static class RegressionFamily
{
    public static MethodFamily Family { get; } = new(
        [
            new("twfe-iid", "Two-way fixed effects, classical errors", "months"),
            new("twfe-hc1", "Two-way fixed effects, HC1", "months"),
            new("twfe-cr1", "Two-way fixed effects, clustered by unit (CR1), t with G − 1 degrees of freedom", "months"),
            new("twfe-cr2", "Two-way fixed effects, CR2 with Satterthwaite's degrees of freedom", "window means"),
            new("twfe-dk", "Two-way fixed effects, Driscoll–Kraay", "months"),
        ],
        1,
        1,
        Answers);

    private static Answer[] Answers(Trial trial)
    {
        var fit = TwoWayFixedEffects.Estimate(trial.Months(), new() { Errors = PanelErrors.Classical }).Regression.Fit;
        return
        [
            Effect(fit, new ClassicalErrors()),
            Effect(fit, new RobustErrors()),
            Effect(fit, new ClusteredErrors(fit.FixedEffects[0])),
            Answer.Of(() => OnChanges(trial)),
            Effect(fit, new DriscollKraayErrors(fit.FixedEffects[1].Codes.ToArray())),
        ];
    }

    private static Answer Effect(RegressionFit fit, StandardErrors errors) => Answer.Of(() => fit.With(errors)[TwoWayFixedEffects.Treatment]);

    /// <summary>CR2 of the regression of changes on treatment.</summary>
    /// <remarks>
    /// In a balanced panel with one start it is CR2 of the regression with unit and period effects: turned to orthonormal coordinates of which one is
    /// after against before, the design falls apart, and treatment stands in that coordinate alone. 12 180 rows become 290.
    /// </remarks>
    internal static Estimate OnChanges(Trial trial)
    {
        double[] changes = [.. trial.Changes()];
        var fit = LeastSquares.Fit(changes, [DesignColumn.Intercept(changes.Length), new(TwoWayFixedEffects.Treatment, [.. trial.Treated.Select(treated => treated ? 1.0 : 0)])]);
        return fit.With(new BiasReducedErrors(Grouping.Of("unit", Enumerable.Range(0, changes.Length))))[TwoWayFixedEffects.Treatment];
    }
}
