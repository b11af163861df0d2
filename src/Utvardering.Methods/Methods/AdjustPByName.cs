using System.Collections.Immutable;
using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
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
            + "positive dependence; Benjamini and Hochberg hold the expected share of false rejections, Benjamini and Yekutieli do so whatever the dependence.",
        Sources = ["Holm (1979)", "Hochberg (1988)", "Hommel (1988)", "Benjamini and Hochberg (1995)", "Benjamini and Yekutieli (2001)"],
        Columns = [new(ColumnRole.Unit, "the name of the test."), new(ColumnRole.Outcome, "its p-value, 0 to 1.")],
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
        ],
    };

    public MethodAnswer Run(MethodInput input)
    {
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
}
