using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.Randomisation;

namespace Utvardering.Methods.Methods;

internal sealed class DifferenceInDifferencesByName : IEstimationMethod
{
    public MethodDescription Description { get; } = new()
    {
        Name = "did",
        Title = "Difference in differences, two groups and two windows",
        Summary = "The treated units' mean change from before to after their common start, less the controls'. It is the average effect on the treated "
            + "if both would have changed alike without treatment. Every unit weighs the same; counts with exposures are pooled to rates. "
            + "The p-value and interval are those of the exact randomisation test: they hold with a handful of units.",
        Sources =
        [
            "Angrist and Pischke (2009), Mostly Harmless Econometrics, section 5.2",
            "Rosenbaum (2002), Observational Studies, section 2.4 (randomisation test and its inversion)",
        ],
        Columns = PanelColumns.OneStart,
        Options = [MethodOption.Confidence, RandomisationByName.Draws],
        Estimates = [new("effect", "Average effect on the treated, in the outcome's unit (count per unit of exposure where there is one).")],
        Tables = [UnitChanges.Description],
        UsesSeed = true,
    };

    public MethodAnswer Run(MethodInput input)
    {
        var changes = Shape.Changes(input);
        var used = UnitChanges.Used(changes);
        var assignments = Assignments.Of([.. used.Select(unit => unit.Treated)], input.Options.Whole("draws"), input.Seed);
        var result = RandomisationInference.DifferenceInMeans([.. used.Select(unit => unit.Change)], assignments, 1 - input.Confidence);
        return new()
        {
            Estimates =
            [
                new("effect", new()
                {
                    Method = RandomisationByName.Wording("difference in mean changes", result.Test),
                    Value = result.Estimate,
                    Interval = result.Interval,
                    PValue = result.Test.PTwoSided,
                    Sample = UnitChanges.Sample(input.Panel, used),
                    Seed = result.Test.IsExhaustive ? null : input.Seed,
                    Warnings = [.. result.Warnings, .. UnitChanges.LeftOut(changes)],
                }),
            ],
            Tables = [UnitChanges.Table(changes)],
        };
    }
}
