using System.Text.Json;
using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.DifferenceInDifferences;

namespace Utvardering.Methods.Methods;

internal sealed class BaconByName : IEstimationMethod
{
    public MethodDescription Description { get; } = new()
    {
        Name = "bacon",
        Title = "What a two-way fixed-effects estimate is made of",
        Summary = "Takes the two-way fixed-effects estimate apart into its two-by-two comparisons and their weights. Weight on comparisons with units treated already "
            + "tells that the estimate is wrong while effects change: use group-time, sun-abraham or imputation then.",
        Sources = ["Goodman-Bacon (2021), Difference-in-Differences with Variation in Treatment Timing; R package bacondecomp"],
        Columns = [PanelColumns.Unit, PanelColumns.Time, PanelColumns.Outcome, PanelColumns.Treated, PanelColumns.Cohort, PanelColumns.Covariates],
        Options = [MethodOption.Grain],
        Examples = [new("--unit municipality --time year --outcome rate --cohort start", "The comparisons and their weights")],
        Estimates = [new("twfe", "The two-way fixed-effects estimate that is taken apart (without inference: see twfe).")],
        Tables =
        [
            new("comparisons", "Each two-by-two comparison.",
            [
                new("treated", "first treated period of the cohort that starts"), new("control", "that of the cohort compared with; null: never treated"),
                new("kind", "who is compared with whom"), new("weight", "share of the estimate"), new("estimate", "its difference in differences"),
            ]),
            new("kinds", "Added up by kind.", [new("kind", "who is compared with whom"), new("weight", "total share"), new("estimate", "weighted mean")]),
            new("within", "With covariates: the part from variation within cohorts.", [new("weight", "its share"), new("estimate", "its coefficient")]),
        ],
    };

    public MethodAnswer Run(MethodInput input)
    {
        var parts = GoodmanBacon.Decompose(input.Panel, [.. input.Columns.Covariates]);
        return new()
        {
            Estimates =
            [
                new("twfe", new()
                {
                    Method = "two-way fixed effects",
                    Value = parts.Estimate,
                    Interval = new(double.NaN, double.NaN, 0.95),
                    Sample = parts.Sample,
                    Warnings = parts.Warnings,
                }),
            ],
            Tables =
            [
                Description.Tables[0].Filled(parts.Comparisons.Select(one => new object?[]
                {
                    input.Time.Label(one.Treated), one.Control is { } control ? input.Time.Label(control) : null, Name(one.Kind), one.Weight, one.Estimate,
                })),
                Description.Tables[1].Filled(parts.ByKind.Select(kind => new object?[] { Name(kind.Kind), kind.Weight, kind.Estimate })),
                Description.Tables[2].Filled(parts.WithinWeight == 0 ? [] : [[parts.WithinWeight, parts.WithinEstimate]]),
            ],
        };
    }

    private static string Name(GoodmanBaconKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
}
