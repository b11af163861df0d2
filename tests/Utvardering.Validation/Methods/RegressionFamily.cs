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
            new("twfe-hc2", "Two-way fixed effects, HC2", "months"),
            new("twfe-hc3", "Two-way fixed effects, HC3", "months"),
            new("twfe-cr0", "Two-way fixed effects, clustered by unit without small-sample factors (CR0)", "months"),
            new("twfe-cr1", "Two-way fixed effects, clustered by unit (CR1), t with G − 1 degrees of freedom", "months"),
            new("twfe-cr2", "Two-way fixed effects, CR2 with Satterthwaite's degrees of freedom", "window means"),
            new("twfe-two-way", "Two-way fixed effects, clustered by unit and month", "months"),
            new("twfe-dk", "Two-way fixed effects, Driscoll–Kraay", "months"),
            new("twfe-nw", "Two-way fixed effects, Newey–West within units", "months"),
        ],
        1,
        1,
        Answers);

    private static Answer[] Answers(Trial trial)
    {
        var fit = TwoWayFixedEffects.Estimate(trial.Months(), new() { Errors = PanelErrors.Classical }).Regression.Fit;
        var (units, months) = (fit.FixedEffects[0], fit.FixedEffects[1].Codes.ToArray());
        return
        [
            Effect(fit, new ClassicalErrors()),
            Effect(fit, new RobustErrors()),
            Effect(fit, new RobustErrors(RobustKind.HC2)),
            Effect(fit, new RobustErrors(RobustKind.HC3)),
            Effect(fit, new ClusteredErrors(units) { SmallSample = SmallSample.None }),
            Effect(fit, new ClusteredErrors(units)),
            Answer.Of(() => OnChanges(trial)),
            Effect(fit, new TwoWayClusteredErrors(units, fit.FixedEffects[1])),
            Effect(fit, new DriscollKraayErrors(months)),
            Effect(fit, new NeweyWestErrors(months, units)),
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
