using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.SyntheticControl.SyntheticDid;

namespace Utvardering.Methods.Methods;

internal sealed class SyntheticDidByName : IEstimationMethod
{
    private static readonly Dictionary<string, SyntheticDidInference> Inferences = new(StringComparer.Ordinal)
    {
        ["placebo"] = SyntheticDidInference.Placebo,
        ["placebo-exhaustive"] = SyntheticDidInference.PlaceboExhaustive,
        ["jackknife"] = SyntheticDidInference.Jackknife,
        ["bootstrap"] = SyntheticDidInference.Bootstrap,
        ["none"] = SyntheticDidInference.None,
    };

    private static readonly Dictionary<string, SyntheticDidWeighting> Weightings = new(StringComparer.Ordinal)
    {
        ["synthetic-did"] = SyntheticDidWeighting.SyntheticDid,
        ["synthetic-control"] = SyntheticDidWeighting.SyntheticControl,
        ["did"] = SyntheticDidWeighting.DifferenceInDifferences,
    };

    public MethodDescription Description { get; } = new()
    {
        Name = "synthetic-did",
        Title = "Synthetic difference in differences",
        Summary = "Difference in differences with weights on control units and earlier periods, chosen so that the weighted controls move as the treated did before the start. "
            + "For one, several, or staggered starts (each start by itself, then averaged by treated cells).",
        Sources = ["Arkhangelsky, Athey, Hirshberg, Imbens and Wager (2021), Synthetic Difference-in-Differences; R package synthdid", "Clarke and others (2023) for staggered starts"],
        Columns = SyntheticControlTables.Columns,
        Options =
        [
            MethodOption.Choice("inference", "Where the standard error comes from: controls taken as if treated (drawn, or all), leaving units out, or resampling units.", [.. Inferences.Keys]),
            MethodOption.Choice("weighting", "Both weights, unit weights alone, or none.", [.. Weightings.Keys]),
            new("replications", OptionKind.WholeNumber, "200", "Draws of placebos or of the bootstrap.") { Minimum = 2, Maximum = 1_000_000, For = ("inference", ["placebo", "bootstrap"]) },
            SyntheticControlTables.Scale,
            MethodOption.Grain,
            MethodOption.Confidence,
            SyntheticControlChecks.Options[0] with { Meaning = "Placebo in time: a period before the first start from which an effect must not show, with periods before that start alone: estimate placebo." },
            .. SensitivityChecks.Options,
        ],
        Estimates = [new("effect", "Average effect on the treated units and periods."), new("placebo", "With placebo-start: the effect when treatment is taken to begin then; the truth is zero.")],
        Tables =
        [
            new("starts", "Each start.", [new("start", "first treated period"), new("effect", "its effect"), new("share", "its share of the average"), new("units", "treated units")]),
            new("unitWeights", "Weights of control units (those that are not zero).", [new("start", "first treated period"), new("unit", "the control"), new("weight", "its share")]),
            new("periodWeights", "Weights of earlier periods (those that are not zero).", [new("start", "first treated period"), new("period", "period"), new("weight", "its share")]),
            new("gaps", "Each period.",
            [
                new("start", "first treated period"), new("period", "period"), new("treated", "the treated units' mean"), new("synthetic", "the weighted controls'"), new("gap", "difference"),
            ]),
            .. SensitivityChecks.Described,
        ],
        UsesSeed = true,
        Examples =
        [
            new("--unit municipality --time year --outcome rate --cohort start --options inference=placebo-exhaustive", "Every choice of controls in the treated units' place"),
            new("--unit municipality --time year --outcome rate --cohort start --options inference=jackknife leave-one-out=treated", "Several treated units"),
            new("--unit municipality --time year --outcome rate --cohort start --options inference=jackknife placebo-start=2019", "Beside it the effect of a start that did not happen"),
        ],
    };

    private static Statistics.Results.Estimate Placebo(MethodInput input, SyntheticDidOptions settings) =>
        SyntheticDidInTime.Run(input.Panel, input.Time.Number(input.Options.Text("placebo-start")), settings).Effect;

    public MethodAnswer Run(MethodInput input)
    {
        var settings = new SyntheticDidOptions
        {
            Inference = Inferences[input.Options.Text("inference")],
            Weighting = Weightings[input.Options.Text("weighting")],
            Replications = input.Options.Whole("replications"),
            Confidence = input.Confidence,
            RateScale = input.Options.Number("scale"),
            Seed = input.Seed,
        };
        var estimate = SyntheticDifferenceInDifferences.Estimate(input.Panel, settings);
        return new()
        {
            Estimates =
            [
                new("effect", estimate.Effect),
                .. input.Options.Has("placebo-start") ? [new("placebo", Placebo(input, settings))] : Array.Empty<NamedEstimate>(),
            ],
            Tables =
            [
                Description.Tables[0].Filled(estimate.Cohorts.Select(one => new object?[] { input.Time.Label(one.Start), one.Effect, one.Share, one.Units.Length })),
                Description.Tables[1].Filled(estimate.Cohorts.SelectMany(one => one.UnitWeights.Where(weight => weight.Weight != 0)
                    .Select(weight => new object?[] { input.Time.Label(one.Start), weight.Unit, weight.Weight }))),
                Description.Tables[2].Filled(estimate.Cohorts.SelectMany(one => one.PeriodWeights.Where(weight => weight.Weight != 0)
                    .Select(weight => new object?[] { input.Time.Label(one.Start), input.Time.Label(weight.Period), weight.Weight }))),
                Description.Tables[3].Filled(estimate.Cohorts.SelectMany(one => one.Gaps
                    .Select(gap => new object?[] { input.Time.Label(one.Start), input.Time.Label(gap.Period), gap.Observed, gap.Synthetic, gap.Gap }))),
                .. SensitivityChecks.Tables(input, panel => SyntheticDifferenceInDifferences.Estimate(panel, settings).Effect),
            ],
        };
    }
}
