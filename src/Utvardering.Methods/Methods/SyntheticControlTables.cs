using System.Collections.Immutable;
using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.SyntheticControl;
using Utvardering.Statistics.SyntheticControl.Placebos;
using Utvardering.Warehouse;

namespace Utvardering.Methods.Methods;

/// <summary>What the methods of the synthetic control family share: one synthetic control for each treated unit, with its placebos.</summary>
internal static class SyntheticControlTables
{
    public static IReadOnlyList<MethodColumn> Columns { get; } =
        [PanelColumns.Unit, PanelColumns.Time, PanelColumns.Outcome, PanelColumns.Treated, PanelColumns.Cohort, PanelColumns.Exposure];

    public static IReadOnlyList<MethodOption> Options { get; } =
    [
        new("unit", OptionKind.Text, null, "The treated unit to look at; without it each of them."),
        new("placebos", OptionKind.Flag, "yes", "Whether each donor is taken as if treated, for the p-values."),
        new("fit", OptionKind.Number, null, "Leave placebos out whose squared error before the start is more than this many times the unit's.") { Minimum = 0 },
        MethodOption.Confidence,
    ];

    public static IReadOnlyList<AnswerPart> Estimates { get; } = [new("effect *", "The unit's mean gap to its synthetic control from its start on; p by placebos in space.")];

    public static IReadOnlyList<AnswerTable> Described { get; } =
    [
        new("fits", "Each treated unit's fit.",
        [
            new("unit", "the treated unit"), new("start", "its first treated period"), new("preRmspe", "root mean squared gap before"), new("postRmspe", "the same from the start on"),
            new("ratio", "after over before"), new("rank", "of the ratio among the placebos, 1 the largest"), new("ranked", "units ranked"), new("pRatio", "rank over ranked"),
            new("pEffect", "share of placebos with at least as large an effect"), new("unique", "whether no other weights fit as well"),
        ]),
        new("weights", "The donors' weights (those that are not zero).", [new("unit", "the treated unit"), new("donor", "the donor"), new("weight", "its share")]),
        new("gaps", "Each period.",
        [
            new("unit", "the treated unit"), new("period", "period"), new("observed", "its outcome"), new("synthetic", "the synthetic control's"), new("gap", "observed − synthetic"), new("treated", "whether from the start on"),
        ]),
        new("placebos", "Each donor as if treated.",
        [
            new("unit", "the treated unit it is a placebo for"), new("placebo", "the donor"), new("effect", "its mean gap"), new("preRmspe", "before"), new("postRmspe", "after"),
            new("ratio", "after over before"), new("leftOut", "left out for its poor fit"),
        ]),
    ];

    /// <param name="options">The choice of weights; the unit and the confidence are set here.</param>
    public static MethodAnswer Run(MethodInput input, SyntheticControlOptions options)
    {
        var units = Units(input);
        var placebos = input.Options.Flag("placebos");
        var limit = new PlaceboInSpaceOptions { LargestPreMspeRatio = input.Options.Has("fit") ? input.Options.Number("fit") : null };
        var found = units.Select(unit =>
        {
            var settings = options with { Unit = unit, Confidence = input.Confidence };
            var result = placebos ? PlaceboInSpace.Run(input.Panel, settings, limit) : null;
            var fit = result?.Treated ?? SyntheticControlMethod.Estimate(input.Panel, settings);
            return (Unit: unit, Fit: fit, Result: result);
        }).ToList();
        return new()
        {
            Estimates = [.. found.Select(one => new NamedEstimate($"effect {one.Unit}", one.Result?.Effect ?? one.Fit.Effect))],
            Tables =
            [
                Described[0].Filled(found.Select(one => new object?[]
                {
                    one.Unit, input.Time.Label(one.Fit.Start), one.Fit.PreRmspe, one.Fit.PostRmspe, one.Fit.Ratio, one.Result?.Rank, one.Result?.Ranked, one.Result?.PValueOfRatio,
                    one.Result?.PValueOfEffect, one.Fit.WeightsAreUnique,
                })),
                Described[1].Filled(found.SelectMany(one => one.Fit.Weights.Where(weight => weight.Weight != 0).Select(weight => new object?[] { one.Unit, weight.Unit, weight.Weight }))),
                Described[2].Filled(found.SelectMany(one => one.Fit.Gaps.Select(gap => new object?[]
                {
                    one.Unit, input.Time.Label(gap.Period), gap.Observed, gap.Synthetic, gap.Gap, gap.Period >= one.Fit.Start,
                }))),
                Described[3].Filled(found.SelectMany(one => (one.Result?.Placebos ?? []).Select(placebo => new object?[]
                {
                    one.Unit, placebo.Unit, placebo.Effect, placebo.PreRmspe, placebo.PostRmspe, placebo.Ratio, placebo.IsLeftOut,
                }))),
            ],
        };
    }

    private static ImmutableArray<string> Units(MethodInput input)
    {
        var treated = input.TreatedUnits;
        if (!input.Options.Has("unit"))
        {
            return treated.IsEmpty ? throw new InputException("No unit is treated: the column of treatment or cohort holds no start.") : treated;
        }

        var unit = input.Options.Text("unit");
        return treated.Contains(unit) ? [unit] : throw new InputException($"\"{unit}\" is no treated unit: these are {string.Join(", ", treated.Take(10))}.");
    }
}
