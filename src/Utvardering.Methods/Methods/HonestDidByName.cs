using System.Collections.Immutable;
using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Sensitivity;

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
            + "a period (smoothness). The breakdown value is the largest bound at which the interval still leaves zero out.",
        Sources = ["Rambachan and Roth (2023), A More Credible Approach to Parallel Trends; R package HonestDiD", "Roth (2022), Pretest with Caution, for the detectable slope"],
        Columns = PanelRegressionByName.Columns,
        Options =
        [
            MethodOption.Choice("restriction", "How trends may differ.", "relative", "smoothness"),
            new("bounds", OptionKind.Numbers, "0,0.5,1,1.5,2", "The bounds M̄ (relative) or M (smoothness, in the outcome's unit a period) to try.") { Minimum = 0 },
            new("effect", OptionKind.WholeNumber, null, "The event time whose effect is asked for; without it the mean over all from 0.") { Minimum = 0 },
            MethodOption.Choice("set", "The kind of interval; default is what its authors recommend.", ["recommended", .. Sets.Keys]),
            MethodOption.Choice("study", "The event study it rests on.", "event-study", "group-time"),
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
        ],
        UsesSeed = true,
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
            ],
        };
    }

    private static EventStudyCoefficients Study(MethodInput input)
    {
        if (input.Options.Text("study") == "group-time")
        {
            var byTime = GroupTime.Estimate(input.Panel, new() { BasePeriod = GroupTimeBase.Universal, Covariates = [.. input.Columns.Covariates] }).ByEventTime();
            var kept = byTime.Parts.Index().Where(part => !part.Item.IsReference).Select(part => part.Index).ToArray();
            return EventStudyCoefficients.Of(
                [.. kept.Select(i => byTime.Parts[i].Key)], [.. kept.Select(i => byTime.Parts[i].Estimate.Value)],
                [.. kept.Select(i => kept.Select(j => byTime.Covariance[i][j]).ToImmutableArray())]);
        }

        var result = EventStudyRegression.Estimate(input.Panel, new() { Covariates = [.. input.Columns.Covariates] });
        var regression = result.Regression;
        var times = result.Times.Where(time => !time.IsReference).Select(time => time.EventTime).ToImmutableArray();
        return EventStudyCoefficients.Of(
            times, [.. result.Times.Where(time => !time.IsReference).Select(time => time.Estimate.Value)],
            [.. times.Select(row => times.Select(column => regression.Covariance.Matrix[Position(row), Position(column)]).ToImmutableArray())]);

        int Position(int time) => regression.Fit.IndexOf(EventStudyRegression.Name(time));
    }

    private static ImmutableArray<double> Weights(MethodInput input, EventStudyCoefficients study)
    {
        var times = study.Times.Where(time => time > study.Reference).ToImmutableArray();
        if (!input.Options.Has("effect"))
        {
            return [.. times.Select(_ => 1.0 / times.Length)];
        }

        var asked = input.Options.Whole("effect");
        return times.Contains(asked) ? [.. times.Select(time => time == asked ? 1.0 : 0)] : throw new Warehouse.InputException($"The event study has no event time {asked}: it ends at {times[^1]}.");
    }
}
