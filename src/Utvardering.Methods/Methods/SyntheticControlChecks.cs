using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.SyntheticControl;
using Utvardering.Statistics.SyntheticControl.Placebos;
using Utvardering.Statistics.SyntheticControl.Pooled;

namespace Utvardering.Methods.Methods;

/// <summary>Checks of synthetic controls: earlier starts, donors left out, all treated units pooled.</summary>
internal static class SyntheticControlChecks
{
    public static IReadOnlyList<MethodOption> Options { get; } =
    [
        new("placebo-start", OptionKind.Period, null, "Placebo in time: a period before the start from which a gap must not show, with earlier periods alone to follow: table placeboInTime."),
        MethodOption.Flag("leave-one-out", false, "Whether each donor that has a weight is left out in turn: table withoutDonor."),
        MethodOption.Flag("pooled", false, "Whether the treated units' effects are pooled, their mean judged by averages of as many placebos, and by ranks: estimates pooled and pooled-rank."),
    ];

    public static IReadOnlyList<AnswerPart> Estimates { get; } =
    [
        new("pooled", "With pooled: the plain mean of the units' effects; p and interval by averages of placebos."),
        new("pooled-rank", "With pooled: the same, judged by the units' ranks among their placebos."),
    ];

    public static IReadOnlyList<AnswerTable> Described { get; } =
    [
        new("placeboInTime", "With placebo-start: the gaps when treatment is taken to begin then, periods before the true start alone.",
            [new("unit", "the treated unit"), new("period", "period"), new("observed", "its outcome"), new("synthetic", "the synthetic control's"), new("gap", "observed − synthetic"), new("placebo", "whether from the placebo's start on")]),
        new("withoutDonor", "With leave-one-out: the unit's effect without each donor.",
            [new("unit", "the treated unit"), new("donor", "the donor left out"), new("weight", "its weight in the full one"), new("effect", "mean gap without it"), new("preRmspe", "root mean squared gap before, without it")]),
        new("pooledUnits", "With pooled: each unit among its placebos.",
            [new("unit", "the treated unit"), new("effect", "its mean gap"), new("rank", "of its effect, 1 the lowest"), new("ranked", "effects ranked"), new("percentile", "rank over ranked + 1")]),
        new("pooledGaps", "With pooled: the mean over units by periods since the start.", [new("eventTime", "periods since the start"), new("observed", "mean outcome"), new("synthetic", "mean synthetic one"), new("gap", "difference")]),
        new("pooledTest", "With pooled: the test in numbers.", [new("placeboAverages", "averages compared with"), new("pStandardised", "p by effects over the error before the start: units followed badly count less")]),
    ];

    /// <summary>The pooled estimate, where it was asked for.</summary>
    public static (IReadOnlyList<NamedEstimate> Estimates, IReadOnlyList<MethodTable> Tables)? Pooled(MethodInput input, SyntheticControlOptions options, IReadOnlyList<string> predictors)
    {
        if (!input.Options.Flag("pooled"))
        {
            return null;
        }

        var pooled = PooledSyntheticControl.Estimate(
            input.Panel,
            predictors.Count == 0 ? options : options with { Predictors = UnitAverages.Of(input, predictors, input.CommonStart, options.RateScale) },
            new() { Draws = input.Options.Whole("draws"), Seed = input.Seed });
        return (
            [new("pooled", pooled.Effect), new("pooled-rank", pooled.RankEffect)],
            [
                Described[2].Filled(pooled.Units.Select(unit => new object?[] { unit.Control.Unit, unit.Control.Effect.Value, unit.Rank, unit.Ranked, unit.Percentile })),
                Described[3].Filled(pooled.Gaps.Select(gap => new object?[] { gap.Period, gap.Observed, gap.Synthetic, gap.Gap })),
                Described[4].Filled([[pooled.PlaceboAverages.Length, pooled.PValueStandardised]]),
            ]);
    }

    /// <summary>The tables of the checks of single units that were asked for.</summary>
    public static IEnumerable<MethodTable> Tables(MethodInput input, IReadOnlyList<SyntheticControlOptions> units)
    {
        if (input.Options.Has("placebo-start"))
        {
            var start = input.Time.Number(input.Options.Text("placebo-start"));
            yield return Described[0].Filled(units.SelectMany(options => PlaceboInTime.Run(input.Panel, start, options).Gaps.Select(gap => new object?[]
            {
                options.Unit, input.Time.Label(gap.Period), gap.Observed, gap.Synthetic, gap.Gap, gap.Period >= start,
            })));
        }

        if (input.Options.Flag("leave-one-out"))
        {
            yield return Described[1].Filled(units.SelectMany(options => LeaveOneDonorOut.Run(input.Panel, options).Without.Select(donor => new object?[]
            {
                options.Unit, donor.Donor, donor.Weight, donor.Effect, donor.PreRmspe,
            })));
        }
    }
}
