using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.DifferenceInDifferences;

namespace Utvardering.Methods.Methods;

internal sealed class GroupTimeByName : IEstimationMethod
{
    private static readonly Dictionary<string, GroupTimeMethod> Adjustments = new(StringComparer.Ordinal)
    {
        ["dr"] = GroupTimeMethod.DoublyRobust,
        ["ipw"] = GroupTimeMethod.InverseProbability,
        ["reg"] = GroupTimeMethod.OutcomeRegression,
    };

    public MethodDescription Description { get; } = new()
    {
        Name = "group-time",
        Title = "Group-time effects for staggered starts",
        Summary = "Each cohort (units that start in the same period) in each period against units not yet treated, and averages of these effects. Right with staggered starts "
            + "and effects that differ, where a two-way fixed-effects regression is not. Standard errors rest on many units: with a handful of treated ones, use randomisation beside it.",
        Sources =
        [
            "Callaway and Sant'Anna (2021), Difference-in-Differences with Multiple Time Periods; R package did",
            "Sant'Anna and Zhao (2020), Doubly Robust Difference-in-Differences Estimators",
        ],
        Columns = [PanelColumns.Unit, PanelColumns.Time, PanelColumns.Outcome, PanelColumns.Treated, PanelColumns.Cohort, PanelColumns.Cluster, PanelColumns.Weights, PanelColumns.Covariates],
        Options =
        [
            MethodOption.Choice("controls", "Whom cohorts are compared with.", "never-treated", "not-yet-treated"),
            MethodOption.Choice("adjustment", "How covariates enter: doubly robust, weights, or outcome regression.", [.. Adjustments.Keys]),
            MethodOption.Choice("base", "What periods before the start are held against: the one before each, or the last before the start.", "varying", "universal"),
            new("anticipation", OptionKind.WholeNumber, "0", "Periods before the start in which units may already react.") { Minimum = 0, Maximum = 100 },
            MethodOption.Flag("cross-sections", false, "Whether means of the units observed in each of two periods are compared, not changes within units: for repeated cross-sections and panels with gaps."),
            new("bootstrap", OptionKind.WholeNumber, "0", "Draws of the multiplier bootstrap, for standard errors and uniform bands; 0: analytic, no bands.") { Minimum = 0, Maximum = 1_000_000 },
            MethodOption.Choice("multiplier", "Distribution of the bootstrap's multipliers.", "mammen", "rademacher"),
            new("first", OptionKind.WholeNumber, null, "The first event time of the average by event time."),
            new("last", OptionKind.WholeNumber, null, "The last event time of it."),
            new("balance", OptionKind.WholeNumber, null, "Average by event time over cohorts that have at least this event time.") { Minimum = 0 },
            MethodOption.Grain,
            MethodOption.Confidence,
            .. SensitivityChecks.Options,
        ],
        Estimates =
        [
            new("simple", "All group-time effects after the start, weighted by the cohorts' size."),
            new("by-cohort", "The cohorts' average effects, weighted by size."),
            new("by-period", "The calendar periods' average effects, all periods equal."),
            new("by-event-time", "The average over event times from 0, all equal."),
        ],
        Tables =
        [
            new("groupTime", "Each cohort in each period.", [new("cohort", "first treated period"), new("period", "period"), new("eventTime", "periods since the start"), .. Parts]),
            new("cohorts", "Average effect of each cohort.", [new("cohort", "first treated period"), .. Parts]),
            new("periods", "Average effect in each period.", [new("period", "period"), .. Parts]),
            new("eventTimes", "Average effect by time since the start; before it, the check of parallel trends.", [new("eventTime", "periods since the start"), .. Parts]),
            new("preTrend", "Joint test that all effects before the start are zero.", [new("wald", "statistic"), new("df", "degrees of freedom"), new("pValue", "of no effect before the start")]),
            .. SensitivityChecks.Described,
        ],
        UsesSeed = true,
        Examples =
        [
            new("--unit municipality --time year --outcome rate --cohort start --options controls=not-yet-treated", "Against all that are not yet treated"),
            new("--unit municipality --time year --outcome rate --cohort start --covariates log_population --options adjustment=dr bootstrap=1000", "Adjusted for a covariate, with bands that hold for all times at once"),
        ],
    };

    private static AnswerPart[] Parts =>
    [
        new("estimate", "effect"), new("standardError", "its standard error"), new("low", "lower limit"), new("high", "upper limit"),
        new("bandLow", "lower limit of the uniform band"), new("bandHigh", "upper limit of it"), new("reference", "zero by construction"),
    ];

    public MethodAnswer Run(MethodInput input)
    {
        var settings = Settings(input);
        var estimate = GroupTime.Estimate(input.Panel, settings);
        var byCohort = estimate.ByCohort();
        var byPeriod = estimate.ByPeriod();
        var byEventTime = estimate.ByEventTime(input.Options.WholeOrNull("first"), input.Options.WholeOrNull("last"), input.Options.WholeOrNull("balance"));
        return new()
        {
            Estimates =
            [
                new("simple", estimate.Simple().Overall), new("by-cohort", byCohort.Overall), new("by-period", byPeriod.Overall), new("by-event-time", byEventTime.Overall),
            ],
            Tables =
            [
                Description.Tables[0].Filled(estimate.Effects.Select(effect => new object?[] { input.Time.Label(effect.Cohort), input.Time.Label(effect.Period), effect.EventTime }
                    .Concat(Row(new(effect.EventTime, effect.Estimate, effect.Band, effect.IsReference))).ToArray())),
                Description.Tables[1].Filled(byCohort.Parts.Select(part => Row(part).Prepend(input.Time.Label(part.Key)).ToArray())),
                Description.Tables[2].Filled(byPeriod.Parts.Select(part => Row(part).Prepend(input.Time.Label(part.Key)).ToArray())),
                Description.Tables[3].Filled(byEventTime.Parts.Select(part => Row(part).Prepend(part.Key).ToArray())),
                Description.Tables[4].Filled(estimate.PreTrend is { } test ? [[test.Statistic, test.DegreesOfFreedom, test.PValue]] : []),
                .. SensitivityChecks.Tables(input, panel => GroupTime.Estimate(panel, settings).Simple().Overall),
            ],
            Warnings = estimate.Warnings,
        };
    }

    private static GroupTimeOptions Settings(MethodInput input) => new()
    {
        Controls = input.Options.Text("controls") == "never-treated" ? GroupTimeControls.NeverTreated : GroupTimeControls.NotYetTreated,
        Method = Adjustments[input.Options.Text("adjustment")],
        BasePeriod = input.Options.Text("base") == "varying" ? GroupTimeBase.Varying : GroupTimeBase.Universal,
        RepeatedCrossSections = input.Options.Flag("cross-sections"),
        Anticipation = input.Options.Whole("anticipation"),
        Covariates = [.. input.Columns.Covariates],
        Confidence = input.Confidence,
        Bootstrap = input.Options.Whole("bootstrap") is var draws and > 0
            ? new()
            {
                Draws = draws,
                Seed = input.Seed,
                Multiplier = input.Options.Text("multiplier") == "mammen" ? BootstrapMultiplier.Mammen : BootstrapMultiplier.Rademacher,
            }
            : null,
    };

    private static IEnumerable<object?> Row(GroupTimePart part) =>
        [part.Estimate.Value, part.Estimate.StandardError, part.Estimate.Interval.Low, part.Estimate.Interval.High, part.Band?.Low, part.Band?.High, part.IsReference];
}
