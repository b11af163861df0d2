using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Randomisation;

namespace Utvardering.Methods.Methods;

/// <summary>The exact tests of an event study with one start, over all choices of treated units.</summary>
internal static class EventTimeRandomisation
{
    public static IReadOnlyList<AnswerTable> Described { get; } =
    [
        new("randomisation", "With randomisation: a difference in differences for each time, tested over all choices of treated units; units with a missing period are left out.",
        [
            new("eventTime", "periods since the start"), new("estimate", "difference in mean changes since the reference"), new("low", "lower limit, by inverting the test"), new("high", "upper limit"),
            new("pValue", "two-sided; null at the reference"), new("reference", "zero by construction"),
        ]),
        new("randomisationPreTrend", "With randomisation: joint test that the groups were not drifting apart before the start. A drift may have begun at any time; the clearest, standardised, counts.",
            [new("maximum", "the statistic"), new("pValue", "share of assignments with at least as large a one"), new("minimumP", "the smallest any data could give"), new("times", "times before the start, the reference among them"), new("exhaustive", "whether all assignments were used")]),
    ];

    public static IEnumerable<MethodTable> Tables(MethodInput input)
    {
        if (!input.Options.Flag("randomisation"))
        {
            yield break;
        }

        var panel = input.Panel.Rates();
        var (start, reference) = (input.CommonStart, input.Options.Whole("reference"));
        var study = EventStudy.Estimate(Dated(panel), input.TreatedUnits, Day(panel, start), Day(panel, start + reference));
        var found = EventStudyInference.Of(study, new() { Alpha = 1 - input.Confidence, SampleSize = input.Options.Whole("draws"), Seed = input.Seed });
        yield return Described[0].Filled(found.Periods.Select(one => new object?[]
        {
            one.Period.EventTime, one.Period.Estimate, one.Interval?.Low, one.Interval?.High, one.PTwoSided, one.Period.IsReference,
        }));
        yield return Described[1].Filled(found.PreTrend is { } test ? [[test.Statistic, test.P, test.MinimumP, test.Periods, test.IsExhaustive]] : []);
    }

    // The event study takes a calendar; what is told is the time since the start, so that any calendar will do: one year for each period.
    private static Panel Dated(CohortPanel panel) => Panel.FromObservations(
        PeriodGrain.Year,
        from unit in Enumerable.Range(0, panel.Units.Length)
        from period in Enumerable.Range(0, panel.Periods.Length)
        select new PanelObservation(panel.Units[unit], Day(panel, panel.Periods[period]), panel.Outcome(unit, period)));

    private static DateOnly Day(CohortPanel panel, int period) => new(2000 + period - panel.Periods[0], 1, 1);
}
