using System.Collections.Immutable;
using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.MultipleTesting;
using Utvardering.Warehouse;

namespace Utvardering.Methods.Methods;

internal sealed class AdjustPByName : IEstimationMethod
{
    public MethodDescription Description { get; } = new()
    {
        Name = "adjust-p",
        Title = "P-values of several tests, adjusted",
        Summary = "Adjusts the p-values of one family of tests. Holm holds the chance of any false rejection whatever the dependence, Hochberg under independence or "
            + "positive dependence; Benjamini and Hochberg hold the expected share of false rejections, Benjamini and Yekutieli do so whatever the dependence. "
            + "Romano and Wolf's step-down holds the chance of any false rejection and uses the dependence: it needs the tests' statistics in bootstrap draws or under other assignments (option draw). "
            + "randomisation with the option outcomes does it for several outcomes of the same units in one step.",
        Sources = ["Holm (1979)", "Hochberg (1988)", "Hommel (1988)", "Benjamini and Hochberg (1995)", "Benjamini and Yekutieli (2001)", "Romano and Wolf (2005, 2016); Westfall and Young (1993)"],
        Columns = [new(ColumnRole.Unit, "the name of the test."), new(ColumnRole.Outcome, "its p-value, 0 to 1; with draw its statistic, best studentised.")],
        Options =
        [
            new("draw", OptionKind.Column, null, "Romano and Wolf: the column with the number of the draw, 0 or empty for what was observed; one row for each test and draw, all statistics under the null."),
            MethodOption.Flag("exhaustive", false, "Whether the draws are all assignments, the observed one among them, so that p is their share; else (1 + as large) / (1 + draws).") with { For = ("draw", []) },
            MethodOption.Flag("two-sided", true, "Whether |statistic| counts; else large positive ones alone.") with { For = ("draw", []) },
        ],
        Examples =
        [
            new("--unit outcome --outcome p", "P-values of one family"),
            new("--unit outcome --outcome t --options draw=draw", "Romano and Wolf from bootstrap draws of t-statistics"),
        ],
        Estimates = [],
        Tables =
        [
            new("adjusted", "One row a test, in the order of the table.",
            [
                new("test", "its name"),
                new("p", "as given"),
                new("bonferroni", "Bonferroni's"),
                new("holm", "Holm's"),
                new("hochberg", "Hochberg's"),
                new("hommel", "Hommel's"),
                new("benjaminiHochberg", "Benjamini and Hochberg's"),
                new("benjaminiYekutieli", "Benjamini and Yekutieli's"),
            ]),
            new("romanoWolf", "With draw: one row a test, in the order of the table.", [new("test", "its name"), new("statistic", "as observed"), new("p", "alone"), new("adjusted", "by the step-down")]),
        ],
    };

    public MethodAnswer Run(MethodInput input)
    {
        if (input.Options.Has("draw"))
        {
            return new() { Estimates = [], Tables = [StepDown(input)] };
        }

        var names = input.Table.Filled(input.Columns.Unit!);
        var p = input.Table.Numbers(input.Columns.Outcome!).ToImmutableArray();
        if (p.Index().FirstOrDefault(value => !(value.Item is >= 0 and <= 1), (-1, 0)).Index is var row and >= 0)
        {
            throw new InputException($"{input.Table.Place(input.Columns.Outcome!, row)} is no p-value: give a number from 0 to 1.");
        }

        var adjusted = new[]
        {
            p, PValueAdjustment.Bonferroni(p), PValueAdjustment.Holm(p), PValueAdjustment.Hochberg(p), PValueAdjustment.Hommel(p),
            PValueAdjustment.BenjaminiHochberg(p), PValueAdjustment.BenjaminiYekutieli(p),
        };
        return new()
        {
            Estimates = [],
            Tables =
            [
                Description.Tables[0].Filled(names.Index().Select(name => new object?[] { name.Item }.Concat(adjusted.Select(values => (object?)values[name.Index])).ToArray())),
            ],
        };
    }

    private MethodTable StepDown(MethodInput input)
    {
        var tests = input.Table.Filled(input.Columns.Unit!);
        var statistics = input.Table.Numbers(input.Columns.Outcome!);
        var draws = input.Table.Texts(input.Options.Text("draw"));
        var byDraw = Enumerable.Range(0, tests.Count).GroupBy(row => draws[row] is null or "0" ? "" : draws[row]!, StringComparer.Ordinal)
            .ToDictionary(draw => draw.Key, draw => draw.ToLookup(row => tests[row], row => statistics[row], StringComparer.Ordinal), StringComparer.Ordinal);
        if (!byDraw.Remove("", out var observed))
        {
            throw new InputException($"{input.Table.File} has no row of what was observed: its draw is 0 or empty.");
        }

        string[] names = [.. observed.Select(test => test.Key)];
        foreach (var (draw, values) in byDraw.Prepend(KeyValuePair.Create("0", observed)))
        {
            if (values.Count != names.Length || names.FirstOrDefault(name => values[name].Count() != 1) is not null)
            {
                throw new InputException($"Draw {draw} of {input.Table.File} has not one row for each of the tests {string.Join(", ", names)}: all tests are drawn together.");
            }
        }

        var found = RomanoWolf.StepDown(
            [.. names.Select(name => observed[name].Single())],
            [.. byDraw.Values.Select(draw => names.Select(name => draw[name].Single()).ToImmutableArray())],
            new() { DrawsAreExhaustive = input.Options.Flag("exhaustive"), TwoSided = input.Options.Flag("two-sided") });
        return Description.Tables[1].Filled(names.Select((name, i) => new object?[] { name, observed[name].Single(), found.Raw[i], found.Adjusted[i] }));
    }
}
