using System.Collections.Immutable;
using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.SyntheticControl;
using Utvardering.Statistics.SyntheticControl.Conformal;
using Utvardering.Statistics.SyntheticControl.Placebos;
using Utvardering.Warehouse;

namespace Utvardering.Methods.Methods;

/// <summary>What the methods of the synthetic control family share: one synthetic control for each treated unit, with its inference.</summary>
internal static class SyntheticControlTables
{
    public static IReadOnlyList<MethodColumn> Columns { get; } =
        [PanelColumns.Unit, PanelColumns.Time, PanelColumns.Outcome, PanelColumns.Treated, PanelColumns.Cohort, PanelColumns.Exposure];

    public static MethodOption Scale { get; } = new("scale", OptionKind.Number, "1", "With --exposure: count over exposure is multiplied by this, such as 100000.") { Minimum = 1e-9 };

    public static IReadOnlyList<MethodOption> Options { get; } =
    [
        new("unit", OptionKind.Text, null, "The treated unit to look at; without it each of them."),
        new("donors", OptionKind.Texts, null, "The untreated units that may be donors; without it all of them."),
        MethodOption.Choice(
            "inference",
            "Where p-values come from: each donor taken as if treated (placebos in space, by the ratio of gaps after and before); permuted residuals over periods (conformal), with an interval; "
            + "each earlier period left out (jackknife-plus), an interval alone; or nowhere.",
            "placebo", "conformal", "jackknife-plus", "none"),
        new("fit", OptionKind.Number, null, "Leave placebos out whose squared error before the start is more than this many times the unit's.") { Minimum = 0, For = ("inference", ["placebo"]) },
        MethodOption.Flag("treated-in-pools", false, "Whether the treated unit may be a donor of the placebos.") with { For = ("inference", ["placebo"]) },
        MethodOption.Choice("permutations", "Orders of the residuals: every shift of the series, or all orders.", "moving-block", "all") with { For = ("inference", ["conformal"]) },
        new("norm", OptionKind.Number, "1", "q of the statistic (Σ|u|^q)^(1/q): 1 for effects that last, larger for effects in few periods.") { Minimum = 1, Maximum = 100, For = ("inference", ["conformal"]) },
        .. SyntheticControlChecks.Options,
        new("draws", OptionKind.WholeNumber, "10000", "Orders of permutations=all, or averages of placebos of pooled, to draw where there are too many to take all.") { Minimum = 99, Maximum = 10_000_000 },
        Scale,
        MethodOption.Grain,
        MethodOption.Confidence,
    ];

    public static IReadOnlyList<AnswerPart> Estimates { get; } =
    [
        new("effect *", "The unit's mean gap to its synthetic control from its start on; p by the ratio of gaps among placebos, or conformal: of no effect in any period, with the constant effects not rejected as interval."),
        .. SyntheticControlChecks.Estimates,
    ];

    public static IReadOnlyList<AnswerTable> Described { get; } =
    [
        new("fits", "Each treated unit's fit.",
        [
            new("unit", "the treated unit"), new("start", "its first treated period"), new("preRmspe", "root mean squared gap before"), new("postRmspe", "the same from the start on"),
            new("ratio", "after over before"), new("rank", "of the ratio among the placebos, 1 the largest"), new("ranked", "units ranked"), new("pRatio", "rank over ranked"),
            new("pEffect", "share of placebos with at least as large an effect"), new("pIncrease", "share with at least as large a ratio, gaps above zero alone"), new("pDecrease", "the same below zero"),
            new("unique", "whether no other weights fit as well"), new("lambda", "ridge penalty"),
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
        new("predictors", "What is matched besides the outcome.",
        [
            new("unit", "the treated unit"), new("predictor", "its name"), new("importance", "its share of V; null where the method has none"), new("treated", "the unit's value"), new("synthetic", "the synthetic control's"),
            new("donorMean", "the plain mean over donors"),
        ]),
        new("periods", "With inference=conformal or jackknife-plus: the effect in each treated period by itself.",
            [new("unit", "the treated unit"), new("period", "period"), new("effect", "its gap"), new("low", "lower limit"), new("high", "upper limit"), new("pValue", "of no effect in the period; conformal alone")]),
        .. SyntheticControlChecks.Described,
    ];

    /// <param name="options">The choice of weights; unit, donors, scale and confidence are set here.</param>
    /// <param name="predictors">What is matched besides the outcome, as means of columns; none where not used.</param>
    public static MethodAnswer Run(MethodInput input, SyntheticControlOptions options, IReadOnlyList<string> predictors)
    {
        options = options with { Confidence = input.Confidence, Donors = [.. input.Options.Texts("donors")], RateScale = input.Options.Number("scale") };
        var units = Units(input).Select(unit => Of(input, options, predictors, unit)).ToList();
        var found = units.ConvertAll(unit => Found(input, unit));
        var pooled = SyntheticControlChecks.Pooled(input, options, predictors);
        return new()
        {
            Estimates = [.. found.Select(one => new NamedEstimate($"effect {one.Unit}", one.Effect)), .. pooled?.Estimates ?? []],
            Tables =
            [
                Described[0].Filled(found.Select(one => new object?[]
                {
                    one.Unit, input.Time.Label(one.Fit.Start), one.Fit.PreRmspe, one.Fit.PostRmspe, one.Fit.Ratio, one.Placebos?.Rank, one.Placebos?.Ranked, one.Placebos?.PValueOfRatio,
                    one.Placebos?.PValueOfEffect, one.Placebos?.PValueOfIncrease, one.Placebos?.PValueOfDecrease, one.Fit.WeightsAreUnique, one.Fit.Lambda,
                })),
                Described[1].Filled(found.SelectMany(one => one.Fit.Weights.Where(weight => weight.Weight != 0).Select(weight => new object?[] { one.Unit, weight.Unit, weight.Weight }))),
                Described[2].Filled(found.SelectMany(one => one.Fit.Gaps.Select(gap => new object?[]
                {
                    one.Unit, input.Time.Label(gap.Period), gap.Observed, gap.Synthetic, gap.Gap, gap.Period >= one.Fit.Start,
                }))),
                Described[3].Filled(found.SelectMany(one => (one.Placebos?.Placebos ?? []).Select(placebo => new object?[]
                {
                    one.Unit, placebo.Unit, placebo.Effect, placebo.PreRmspe, placebo.PostRmspe, placebo.Ratio, placebo.IsLeftOut,
                }))),
                Described[4].Filled(found.SelectMany(one => one.Fit.Predictors.Select(balance => new object?[]
                {
                    one.Unit, balance.Name, balance.Importance, balance.Treated, balance.Synthetic, balance.DonorMean,
                }))),
                Described[5].Filled(found.SelectMany(one => one.Periods.Select(period => new object?[]
                {
                    one.Unit, input.Time.Label(period.Period), period.Effect, period.Interval.Low, period.Interval.High, period.PValue,
                }))),
                .. SyntheticControlChecks.Tables(input, units),
                .. pooled?.Tables ?? [],
            ],
        };
    }

    /// <summary>The choices for one treated unit: its predictors are averaged before its own start.</summary>
    private static SyntheticControlOptions Of(MethodInput input, SyntheticControlOptions options, IReadOnlyList<string> predictors, string unit) => options with
    {
        Unit = unit,
        Predictors = predictors.Count == 0 ? null : UnitAverages.Of(input, predictors, input.Panel.Cohorts[input.Panel.Units.IndexOf(unit)]!.Value, options.RateScale),
    };

    private static (string Unit, Estimate Effect, SyntheticControlEstimate Fit, PlaceboInSpaceResult? Placebos, ImmutableArray<PeriodInterval> Periods) Found(MethodInput input, SyntheticControlOptions options)
    {
        var unit = options.Unit!;
        switch (input.Options.Text("inference"))
        {
            case "placebo":
                var placebos = PlaceboInSpace.Run(input.Panel, options, new() { LargestPreMspeRatio = input.Options.NumberOrNull("fit"), TreatedInDonorPools = input.Options.Flag("treated-in-pools") });
                return (unit, placebos.Effect, placebos.Treated, placebos, []);
            case "conformal":
                var conformal = ConformalInference.Run(input.Panel, options, new()
                {
                    Permutations = input.Options.Text("permutations") == "all" ? ConformalPermutations.All : ConformalPermutations.MovingBlock,
                    Norm = input.Options.Number("norm"),
                    Draws = input.Options.Whole("draws"),
                    Seed = input.Seed,
                });
                return (unit, conformal.Effect, conformal.Control, null, conformal.Periods);
            case "jackknife-plus":
                var jackknife = JackknifePlus.Run(input.Panel, options);
                return (unit, jackknife.Effect, jackknife.Control, null, jackknife.Periods);
            default:
                var fit = SyntheticControlMethod.Estimate(input.Panel, options);
                return (unit, fit.Effect, fit, null, []);
        }
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
