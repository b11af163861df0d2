using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Randomisation;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Methods.Methods;

internal sealed class StaggeredByName : IEstimationMethod
{
    public MethodDescription Description { get; } = new()
    {
        Name = "staggered",
        Title = "Difference in differences of several starts, tested by permuting them",
        Summary = "Each treated unit's change from before to after its own start against the change of the never treated over the same time, and how unusual their mean is among those "
            + "that the same starts, fallen on other units, would have given. For a handful of units that start at different times. With one start it is the randomisation test.",
        Sources =
        [
            "Wing, Freedman and Hollingsworth (2024), Stacked Difference-in-Differences; Cengiz, Dube, Lindner and Zipperer (2019)",
            "Athey and Imbens (2022), Design-based analysis in Difference-In-Differences settings with staggered adoption",
            "Roth and Sant'Anna (2023), Efficient Estimation for Staggered Rollout Designs",
        ],
        Columns = PanelColumns.OneStart,
        Options = [RandomisationByName.Draws, MethodOption.Grain, MethodOption.Confidence, .. SensitivityChecks.Options],
        Estimates = [new("difference", "Mean difference in changes around each treated unit's own start, its test and the interval that inverting the test gives.")],
        Tables =
        [
            new("test", "The test in numbers.",
            [new("observed", "the estimate"), .. RandomisationByName.TestColumns]),
            new("units", "Each unit around each start.",
            [
                new("unit", "its id"), new("start", "its own start; empty where it is never treated"), new("around", "the start that it is seen around"),
                new("before", "mean before it"), new("after", "mean from it on"), new("change", "after − before"),
            ]),
            .. SensitivityChecks.Described,
        ],
        UsesSeed = true,
        Examples = [new("--unit municipality --time year --outcome rate --cohort start", "Each start against the never treated")],
    };

    public MethodAnswer Run(MethodInput input)
    {
        var options = new RandomisationOptions { Alpha = 1 - input.Confidence, SampleSize = input.Options.Whole("draws"), Seed = input.Seed };
        var changes = Shape.Staggered(input.Panel);
        var result = StaggeredRandomisation.Of(changes, options);
        var starts = changes.Units.Select(unit => unit.Start is null ? null : input.Panel.Cohorts[input.Panel.Units.IndexOf(unit.Unit)]).OfType<int>().Distinct().Order().Select(input.Time.Label).ToList();
        return new()
        {
            Estimates = [new("difference", Estimate(input.Panel, changes, result, input.Seed))],
            Tables =
            [
                Description.Tables[0].Filled([[result.Test.Statistic, .. RandomisationByName.Cells(result.Test)]]),
                Description.Tables[1].Filled(changes.Units.SelectMany(unit => starts.Select((around, start) => new object?[]
                {
                    unit.Unit, unit.Start is { } own ? starts[own] : null, around, unit.Before[start], unit.After[start], unit.Change(start),
                }))),
                .. SensitivityChecks.Tables(input, panel => Estimate(panel, options)),
            ],
        };
    }

    private static Estimate Estimate(CohortPanel panel, RandomisationOptions options)
    {
        var changes = Shape.Staggered(panel);
        return Estimate(panel, changes, StaggeredRandomisation.Of(changes, options), options.Seed);
    }

    private static Estimate Estimate(CohortPanel panel, StaggeredEstimate changes, RandomisationResult result, ulong seed)
    {
        var used = changes.Units.Select(unit => unit.Unit).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Method = RandomisationByName.Wording("difference in differences around each start", result.Test),
            Value = result.Estimate,
            Interval = result.Interval,
            PValue = result.Test.PTwoSided,
            Sample = new(
                Enumerable.Range(0, panel.Units.Length).Where(unit => used.Contains(panel.Units[unit])).Sum(unit => Enumerable.Range(0, panel.Periods.Length).Count(period => !double.IsNaN(panel.Outcome(unit, period)))),
                changes.Units.Length,
                changes.TreatedCount,
                panel.Periods.Length),
            Seed = result.Test.IsExhaustive ? null : seed,
            Warnings = [.. changes.Warnings, .. result.Warnings, .. panel.Units.Where((unit, index) => !used.Contains(unit) && !(panel.Cohorts[index] <= panel.Periods[0])).Select(unit => new EstimationWarning(EstimationWarningKind.UnitLeftOut, unit))],
        };
    }
}
