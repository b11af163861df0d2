using System.Collections.Immutable;
using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Sensitivity;
using Utvardering.Warehouse;

namespace Utvardering.Methods.Methods;

internal sealed class HonestDidByName : IEstimationMethod
{
    private static readonly Dictionary<string, HonestMethod> Sets = new(StringComparer.Ordinal)
    {
        ["fixed-length"] = HonestMethod.FixedLength,
        ["conditional"] = HonestMethod.Conditional,
        ["c-lf"] = HonestMethod.ConditionalLeastFavourable,
    };

    public MethodDescription Description { get; } = new()
    {
        Name = "honest-did",
        Title = "How much trends may differ before a conclusion falls",
        Summary = "Intervals of an event study's effect when trends need not be parallel: at most M̄ times as far apart after the start as they ever were before it (relative), or bending by at most M "
            + "a period (smoothness). The breakdown value is the largest bound at which the interval still leaves zero out. "
            + "Beside it stands what the usual pre-test could have seen: its power against a trend, and what passing it does to the estimates.",
        Sources = ["Rambachan and Roth (2023), A More Credible Approach to Parallel Trends; R package HonestDiD", "Roth (2022), Pretest with Caution; R package pretrends"],
        Columns =
        [
            PanelColumns.Unit with { Required = false },
            PanelColumns.Time with { Meaning = $"{PanelColumns.Time.Meaning[..^1]}; with study=coefficients the time since the start." },
            PanelColumns.Outcome with { Meaning = "the outcome; empty where missing. With study=coefficients the coefficient." },
            PanelColumns.Treated, PanelColumns.Cohort, PanelColumns.Cluster, PanelColumns.Weights,
            PanelColumns.Covariates with { Meaning = "covariates, with commas between. With study=coefficients the columns of the covariance matrix, in the order of the rows." },
        ],
        Options =
        [
            MethodOption.Choice("restriction", "How trends may differ.", "relative", "smoothness"),
            new("bounds", OptionKind.Numbers, "0,0.5,1,1.5,2", "The bounds M̄ (relative) or M (smoothness, in the outcome's unit a period) to try.") { Minimum = 0 },
            new("effect", OptionKind.WholeNumber, null, "The event time whose effect is asked for; without it the mean over all from 0.") { Minimum = 0 },
            MethodOption.Choice("set", "The kind of interval; default is what its authors recommend.", ["recommended", .. Sets.Keys]),
            MethodOption.Choice(
                "study",
                "The event study it rests on: a regression, group-time effects by time, or coefficients estimated elsewhere (one row each, without the reference, their covariance in --covariates).",
                "event-study", "group-time", "coefficients"),
            new("reference", OptionKind.WholeNumber, "-1", "The time that the coefficients are held against.") { For = ("study", ["coefficients"]) },
            new("trend", OptionKind.Number, null, "Size of the difference in trends that the pre-test is tried on: the slope, or the factor of the squared time; a slope it finds half the time where not given."),
            MethodOption.Choice("shape", "Its shape: trend × (time − reference), or trend × (time − reference)².", "linear", "quadratic") with { For = ("trend", []) },
            MethodOption.Grain,
            MethodOption.Confidence,
        ],
        Estimates = [new("parallel", "The effect when trends are parallel."), new("bound *", "The interval at this bound; the value is its middle.")],
        Tables =
        [
            new("bounds", "Each bound.", [new("bound", "M̄ or M"), new("low", "lower limit"), new("high", "upper limit"), new("excludesZero", "whether zero lies outside")]),
            new("breakdown", "What it takes.",
            [
                new("breakdown", "largest bound whose interval leaves zero out; 0: none does"), new("slope50", "slope of a linear difference in trends that the usual pre-test misses half the time"),
                new("slope80", "slope it misses one time in five"),
            ]),
            .. PreTestTables.Described,
        ],
        UsesSeed = true,
        Examples =
        [
            new("--unit state --time year --outcome insured --cohort expansion --options bounds=0.5,1,1.5,2 effect=0", "The first year's effect under relative magnitudes"),
            new("--unit state --time year --outcome insured --cohort expansion --options restriction=smoothness bounds=0,0.01,0.02 trend=0.01", "Trends that bend, and the pre-test's power against a slope of 0.01"),
            new("--time t --outcome beta --covariates v1,v2,v3,v4,v5 --options study=coefficients", "Coefficients estimated elsewhere"),
        ],
    };

    public MethodAnswer Run(MethodInput input)
    {
        var study = Study(input);
        var settings = new HonestOptions
        {
            Weights = Weights(input, study),
            Confidence = input.Confidence,
            Seed = input.Seed,
            Method = input.Options.Text("set") is var set and not "recommended" ? Sets[set] : null,
        };
        var isRelative = input.Options.Text("restriction") == "relative";
        ImmutableArray<double> bounds = [.. input.Options.Numbers("bounds")];
        var intervals = isRelative ? HonestDiD.RelativeMagnitudes(study, bounds, settings) : HonestDiD.Smoothness(study, bounds, settings);
        return new()
        {
            Estimates =
            [
                new("parallel", HonestDiD.Original(study, settings)),
                .. intervals.Select(one => new Answers.NamedEstimate(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"bound {one.Bound}"), one.Estimate)),
            ],
            Tables =
            [
                Description.Tables[0].Filled(intervals.Select(one => new object?[] { one.Bound, one.Estimate.Interval.Low, one.Estimate.Interval.High, one.ExcludesZero })),
                Description.Tables[1].Filled(
                [[
                    isRelative ? HonestDiD.RelativeMagnitudesBreakdown(study, settings) : HonestDiD.SmoothnessBreakdown(study, settings),
                    PreTrends.SlopeFor(study, 0.5, input.Confidence), PreTrends.SlopeFor(study, 0.8, input.Confidence),
                ]]),
                .. PreTestTables.Of(input, study),
            ],
        };
    }

    private static EventStudyCoefficients Study(MethodInput input)
    {
        if (input.Options.Text("study") == "coefficients")
        {
            return Given(input);
        }

        if (input.Columns.Unit is null)
        {
            throw new InputException("honest-did needs --unit, but with study=coefficients.");
        }

        if (input.Options.Text("study") == "group-time")
        {
            var byTime = GroupTime.Estimate(input.Panel, new() { BasePeriod = GroupTimeBase.Universal, Covariates = [.. input.Columns.Covariates] }).ByEventTime();
            var kept = byTime.Parts.Index().Where(part => !part.Item.IsReference).Select(part => part.Index).ToArray();
            return EventStudyCoefficients.Of(
                [.. kept.Select(i => byTime.Parts[i].Key)], [.. kept.Select(i => byTime.Parts[i].Estimate.Value)],
                [.. kept.Select(i => kept.Select(j => byTime.Covariance[i][j]).ToImmutableArray())]);
        }

        return EventStudyRegression.Estimate(input.Panel, new() { Covariates = [.. input.Columns.Covariates] }).Coefficients();
    }

    private static EventStudyCoefficients Given(MethodInput input)
    {
        var times = input.Table.Filled(input.Columns.Time!).Select(input.Time.Number).ToImmutableArray();
        var covariance = input.Columns.Covariates.Select(input.Table.Numbers).ToArray();
        return covariance.Length == times.Length
            ? EventStudyCoefficients.Of(
                times, [.. input.Table.Numbers(input.Columns.Outcome!)], [.. times.Select((_, row) => covariance.Select(column => column[row]).ToImmutableArray())],
                input.Options.Whole("reference"))
            : throw new InputException($"--covariates names {covariance.Length} columns for {times.Length} coefficients: name the columns of their covariance matrix, in the order of the rows.");
    }

    private static ImmutableArray<double> Weights(MethodInput input, EventStudyCoefficients study)
    {
        var times = study.Times.Where(time => time > study.Reference).ToImmutableArray();
        if (!input.Options.Has("effect"))
        {
            return [.. times.Select(_ => 1.0 / times.Length)];
        }

        var asked = input.Options.Whole("effect");
        return times.Contains(asked) ? [.. times.Select(time => time == asked ? 1.0 : 0)] : throw new InputException($"The event study has no event time {asked}: it ends at {times[^1]}.");
    }
}
