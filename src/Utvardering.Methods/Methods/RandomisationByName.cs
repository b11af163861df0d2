using System.Collections.Immutable;
using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.Randomisation;

namespace Utvardering.Methods.Methods;

internal sealed class RandomisationByName : IEstimationMethod
{
    public static MethodOption Draws { get; } = new(
        "draws", OptionKind.WholeNumber, "10000", $"Assignments to draw where there are more than {Assignments.EnumerationLimit}; fewer are all used.") { Minimum = 99, Maximum = 10_000_000 };

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
        ],
        Columns = PanelColumns.OneStart,
        Options = [MethodOption.Confidence, Draws],
        Estimates =
        [
            new("difference", "Difference in mean changes, its test and the interval that inverting the test gives."),
            new("studentised", "Welch's t of the same difference and its test; with at least two units on each side."),
        ],
        Tables =
        [
            new("test", "The tests in numbers.",
            [
                new("statistic", "difference or studentised"),
                new("observed", "its observed value"),
                new("pTwoSided", "share of assignments at least as extreme"),
                new("pLower", "share at most as large"),
                new("pUpper", "share at least as large"),
                new("minimumP", "the smallest two-sided p-value any data could give"),
                new("assignments", "assignments used"),
                new("exhaustive", "whether these are all there are"),
            ]),
            UnitChanges.Description,
        ],
        UsesSeed = true,
    };

    public MethodAnswer Run(MethodInput input)
    {
        var all = Shape.Changes(input);
        var used = UnitChanges.Used(all);
        var changes = used.Select(unit => unit.Change).ToImmutableArray();
        var assignments = Assignments.Of([.. used.Select(unit => unit.Treated)], input.Options.Whole("draws"), input.Seed);
        var result = RandomisationInference.DifferenceInMeans(changes, assignments, 1 - input.Confidence);
        var sample = UnitChanges.Sample(input.Panel, used);
        var seed = assignments.IsExhaustive ? (ulong?)null : input.Seed;
        List<NamedEstimate> estimates =
        [
            new("difference", new()
            {
                Method = Wording("difference in mean changes", result.Test),
                Value = result.Estimate,
                Interval = result.Interval,
                PValue = result.Test.PTwoSided,
                Sample = sample,
                Seed = seed,
                Warnings = [.. result.Warnings, .. UnitChanges.LeftOut(all)],
            }),
        ];
        List<IReadOnlyList<object?>> tests = [Row("difference", result.Test)];
        if (assignments.TreatedCount > 1 && assignments.ControlCount > 1)
        {
            var test = RandomisationInference.Studentised(changes, assignments);
            estimates.Add(new("studentised", new()
            {
                Method = Wording("Welch's t of the difference", test),
                Value = test.Statistic,
                Interval = new(double.NaN, double.NaN, input.Confidence),
                PValue = test.PTwoSided,
                Sample = sample,
                Seed = seed,
            }));
            tests.Add(Row("studentised", test));
        }

        return new()
        {
            Estimates = estimates,
            Tables = [Description.Tables[0].Filled(tests), UnitChanges.Table(all)],
        };
    }

    public static string Wording(string statistic, RandomisationTest test) =>
        $"{statistic}, randomisation test over {(test.IsExhaustive ? "all" : "drawn")} {test.AssignmentCount} assignments";

    private static IReadOnlyList<object?> Row(string name, RandomisationTest test) =>
        [name, test.Statistic, test.PTwoSided, test.PLower, test.PUpper, test.MinimumP, test.AssignmentCount, test.IsExhaustive];
}
