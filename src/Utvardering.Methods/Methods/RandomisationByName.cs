using System.Collections.Immutable;
using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Randomisation;
using Utvardering.Statistics.Results;

namespace Utvardering.Methods.Methods;

internal sealed class RandomisationByName : IEstimationMethod
{
    public static MethodOption Draws { get; } = new(
        "draws", OptionKind.WholeNumber, "10000", $"Assignments to draw where there are more than {Assignments.EnumerationLimit}; fewer are all used.") { Minimum = 99, Maximum = 10_000_000 };

    public static MethodOption Strata { get; } = new(
        "strata", OptionKind.Column, null, "Column of strata, such as pairs or kinds of municipality, within which treatment could have fallen otherwise; without it any choice of as many units.");

    /// <summary>What every table of a randomisation test tells of it.</summary>
    public static IReadOnlyList<AnswerPart> TestColumns { get; } =
    [
        new("pTwoSided", "share of assignments at least as extreme"),
        new("pLower", "share at most as large"),
        new("pUpper", "share at least as large"),
        new("minimumP", "the smallest two-sided p-value any data could give"),
        new("assignments", "assignments used"),
        new("exhaustive", "whether these are all there are"),
    ];

    public MethodDescription Description { get; } = new()
    {
        Name = "randomisation",
        Title = "Randomisation test over all choices of treated units",
        Summary = "How unusual is the treated units' mean change among those that every other choice of as many units would have given? Exact when each choice "
            + "was equally likely; else it says how unusual they are among the units compared. With few units the smallest attainable p-value may lie above the level: it is told.",
        Sources =
        [
            "Fisher (1935), The Design of Experiments; Rosenbaum (2002), Observational Studies, section 2.4",
            "Phipson and Smyth (2010), Permutation P-values Should Never Be Zero (drawn assignments)",
            "Wu and Ding (2021), Randomization Tests for Weak Null Hypotheses (studentised)",
            "Romano and Wolf (2005, 2016); Westfall and Young (1993) for several outcomes",
        ],
        Columns = PanelColumns.OneStart,
        Options = [Draws, Strata, OutcomeFamily.Option, MethodOption.Grain, MethodOption.Confidence, .. SensitivityChecks.Options],
        Estimates =
        [
            new("difference", "Difference in mean changes, its test and the interval that inverting the test gives."),
            new("studentised", "The same difference, tested by Welch's t; the interval inverts that test. With at least two units on each side."),
        ],
        Tables =
        [
            new("test", "The tests in numbers.",
            [
                new("statistic", "difference or studentised"),
                new("observed", "its observed value"),
                .. TestColumns,
            ]),
            UnitChanges.Description,
            OutcomeFamily.Described,
            .. SensitivityChecks.Described,
        ],
        UsesSeed = true,
        Examples =
        [
            new("--unit municipality --time year --outcome rate --cohort start", "All choices of treated units"),
            new("--unit municipality --time year --outcome fires --cohort start --options outcomes=thefts,assaults strata=kind", "Three outcomes as one family by Romano and Wolf, within kinds of municipality"),
        ],
    };

    public MethodAnswer Run(MethodInput input)
    {
        var strata = input.Options.Has("strata") ? input.OfUnits(input.Options.Text("strata")) : null;
        Estimate Difference(CohortPanel panel) =>
            MeanChanges.Randomisation(panel, Shape.Changes(input, panel), input.Options.Whole("draws"), input.Seed, input.Confidence, strata);
        var all = Shape.Changes(input, input.Panel);
        var used = UnitChanges.Used(all);
        var changes = used.Select(unit => unit.Change).ToImmutableArray();
        var assignments = MeanChanges.Assign(used, input.Options.Whole("draws"), input.Seed, strata);
        var difference = Difference(input.Panel);
        List<NamedEstimate> estimates = [new("difference", difference)];
        List<IReadOnlyList<object?>> tests = [Row("difference", RandomisationInference.DifferenceInMeans(changes, assignments, 1 - input.Confidence).Test)];
        if (assignments.TreatedCount > 1 && assignments.ControlCount > 1)
        {
            estimates.Add(new("studentised", MeanChanges.Studentised(input.Panel, all, assignments, input.Seed, input.Confidence)));
            tests.Add(Row("studentised", RandomisationInference.Studentised(changes, assignments)));
        }

        return new()
        {
            Estimates = estimates,
            Tables =
            [
                Description.Tables[0].Filled(tests), UnitChanges.Table(all), .. OutcomeFamily.Tables(input, strata), .. SensitivityChecks.Tables(input, Difference),
            ],
        };
    }

    public static string Wording(string statistic, RandomisationTest test) =>
        $"{statistic}, randomisation test over {(test.IsExhaustive ? "all" : "drawn")} {test.AssignmentCount} assignments";

    /// <summary>A test under <see cref="TestColumns"/>.</summary>
    public static IReadOnlyList<object?> Cells(RandomisationTest test) => [test.PTwoSided, test.PLower, test.PUpper, test.MinimumP, test.AssignmentCount, test.IsExhaustive];

    private static IReadOnlyList<object?> Row(string name, RandomisationTest test) => [name, test.Statistic, .. Cells(test)];
}
