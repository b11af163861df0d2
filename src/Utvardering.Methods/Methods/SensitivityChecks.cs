using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.Sensitivity;
using Utvardering.Warehouse;

namespace Utvardering.Methods.Methods;

/// <summary>The checks that any method with one effect can be put through: single units left out, and outcomes that must show nothing.</summary>
internal static class SensitivityChecks
{
    public static IReadOnlyList<MethodOption> Options { get; } =
    [
        MethodOption.Choice("leave-one-out", "Whether the effect is estimated again without each unit, or each treated one: table leftOut.", "no", "each", "treated"),
        new("negative-controls", OptionKind.Columns, null, "Columns of outcomes that treatment can't have changed, such as placebo outcomes: each is estimated in the same way, table negativeControls."),
    ];

    public static IReadOnlyList<AnswerTable> Described { get; } =
    [
        new("leftOut", "With leave-one-out: the effect without each unit.",
        [
            new("unit", "the unit left out"), new("treated", "whether it is treated"), new("estimate", "effect without it"), new("low", "lower limit"), new("high", "upper limit"), new("pValue", "two-sided"),
            new("changesConclusion", "whether the sign changes, or zero moves into or out of the interval"), new("problem", "why there is no estimate without it"),
        ]),
        new("negativeControls", "With negative-controls: an effect found here is bias, and likely in the real estimate too.",
        [
            new("outcome", "the column"), new("estimate", "its effect; the truth is zero"), new("standardError", "its standard error"), new("low", "lower limit"), new("high", "upper limit"), new("pValue", "two-sided"),
            new("adjustedP", "after Holm's correction over all of them"), new("detectable", "effect found four times out of five at this standard error"),
        ]),
    ];

    /// <summary>The tables of the checks that were asked for.</summary>
    /// <param name="estimator">The method's own estimate of any panel; safe to run in several threads.</param>
    /// <param name="ofOutcome">The estimate for another column as outcome; null: the estimator's, of the table's panel.</param>
    public static IEnumerable<MethodTable> Tables(MethodInput input, Func<CohortPanel, Estimate> estimator, Func<string, Estimate>? ofOutcome = null)
    {
        if (input.Options.Text("leave-one-out") is not "no" and var which)
        {
            var left = LeaveOneUnitOut.Of(input.Panel, panel => Refusing(estimator, panel), treatedOnly: which == "treated");
            var changing = left.ConclusionChangesWithout.ToHashSet(StringComparer.Ordinal);
            yield return Described[0].Filled(left.Units.Select(unit => new object?[]
            {
                unit.Unit, unit.IsTreated, unit.Estimate?.Value, unit.Estimate?.Interval.Low, unit.Estimate?.Interval.High, unit.Estimate?.PValue, changing.Contains(unit.Unit), unit.Problem,
            }));
        }

        if (input.Options.Texts("negative-controls") is { Count: > 0 } columns)
        {
            ofOutcome ??= column => estimator(input.PanelOf(column));
            var controls = NegativeControls.Of([.. columns.Select(column => (column, (Func<Estimate>)(() => ofOutcome(column))))]);
            yield return Described[1].Filled(controls.Select(control => new object?[]
            {
                control.Name, control.Estimate.Value, control.Estimate.StandardError, control.Estimate.Interval.Low, control.Estimate.Interval.High, control.Estimate.PValue,
                control.AdjustedPValue, control.DetectableEffect,
            }));
        }
    }

    /// <summary>An estimate whose refusals are the panel's, not the table's: without its only treated unit a panel is no bad input, the check tells it in its row.</summary>
    /// <exception cref="ArgumentException">The estimator refuses the panel.</exception>
    public static Estimate Refusing(Func<CohortPanel, Estimate> estimator, CohortPanel panel)
    {
        try
        {
            return estimator(panel);
        }
        catch (InputException refusal)
        {
            throw new ArgumentException(refusal.Message, refusal);
        }
    }
}
