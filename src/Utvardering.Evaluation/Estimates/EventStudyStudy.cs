using Utvardering.Disclosure.Tables;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Randomisation;

namespace Utvardering.Evaluation.Estimates;

/// <summary>The effect period by period: months are added up to quarters, other grains stand as they are.</summary>
internal static class EventStudyStudy
{
    private const double MostMissing = 0.05;

    /// <param name="study">The study.</param>
    /// <param name="judged">The municipalities in which the time before the start is judged: the study's own, unless they were chosen on that time.</param>
    public static (IReadOnlyList<EventStudyRow> Rows, PreTrendTest? PreTrend) Estimate(Study study, StudyUnits judged)
    {
        var options = DifferenceEstimator.Options(study);
        var (panel, incomplete) = Periods(study);
        var grain = panel.Periods.Grain;
        var starts = Starts(study, grain);
        var reference = Reference(study, starts[0].Start, grain);
        if (panel.Periods.Starts[0] > reference)
        {
            return ([], null);
        }

        var inference = starts.Count == 1
            ? EventStudyInference.Of(EventStudy.Estimate(panel, study.Units.Treated, starts[0].Start, reference), options)
            : StaggeredEventStudy.Estimate(panel, starts, -(Months(reference, starts[0].Start) / (int)grain), options);
        var rows = inference.Periods.Select(period => Row(study, grain, [.. starts.Select(each => each.Start)], period, incomplete, options.Alpha)).ToList();
        return (rows, judged == study.Units ? inference.PreTrend : PreTrend(study with { Units = judged }, options));
    }

    private static PreTrendTest? PreTrend(Study study, RandomisationOptions options)
    {
        var panel = Periods(study).Panel;
        var starts = Starts(study, panel.Periods.Grain);
        return starts.Count == 1
            ? PreTrendTest.Of(EventStudy.Estimate(panel, study.Units.Treated, starts[0].Start, Reference(study, starts[0].Start, panel.Periods.Grain)), options)
            : StaggeredEventStudy.PreTrend(panel, starts, options);
    }

    private static (Panel Panel, HashSet<DateOnly> Incomplete) Periods(Study study)
    {
        var panel = StudyPanels.Make(study.Series, study.Windows, study.Units);
        var quarterly = panel.Periods.Grain == PeriodGrain.Month && panel.HasExposure ? QuarterlyPanel.FromMonths(panel) : null;
        return (quarterly?.Panel ?? panel, Incomplete(quarterly, study.Units.All.Count()));
    }

    /// <summary>The periods in which the treated start: starts in different months may lie in one quarter.</summary>
    private static List<(DateOnly Start, IReadOnlyList<string> Units)> Starts(Study study, PeriodGrain grain) => !study.Windows.HasSeveralStarts
        ? [(PeriodAxis.StartOf(grain, study.Windows.Start), study.Units.Treated)]
        : [.. study.Windows.Starts
            .GroupBy(start => PeriodAxis.StartOf(grain, start.Windows.Start))
            .Select(start => (start.Key, (IReadOnlyList<string>)[.. start.SelectMany(each => each.Municipalities).Where(study.Units.Treated.Contains)]))
            .Where(start => start.Item2.Count > 0)];

    /// <summary>A missing month here and there among many municipalities does not make a quarter incomplete; a cut-off quarter is.</summary>
    private static HashSet<DateOnly> Incomplete(QuarterlyPanel? quarterly, int units) => quarterly is null
        ? []
        : [.. quarterly.PartialQuarters
            .GroupBy(quarter => quarter.Quarter)
            .Where(group => group.Sum(quarter => 3 - quarter.MonthsPresent) > MostMissing * 3 * units)
            .Select(group => group.Key)];

    private static EventStudyRow Row(Study study, PeriodGrain grain, IReadOnlyList<DateOnly> starts, EventStudyPeriodInference inference, HashSet<DateOnly> incomplete, double alpha)
    {
        var period = inference.Period;
        var reference = Months(Reference(study, starts[0], grain), starts[0]);

        // The period and the reference of each start, in the calendar.
        List<(DateOnly Period, DateOnly Reference)> calendar = [.. starts.Select(start => (start.AddMonths(period.EventTime * (int)grain), start.AddMonths(-reference)))];
        return new EventStudyRow
        {
            ResultId = $"event:{study.Key}:{period.Period:yyyy-MM}",
            OutcomeId = study.Outcome.Id,
            DesignId = study.Design.Id,
            IndicatorId = study.Outcome.Indicator,
            Origin = study.Series.Origin,
            Relative = period.EventTime,
            PeriodStart = period.Period,
            Grain = grain switch { PeriodGrain.Month => "month", PeriodGrain.Quarter => "quarter", _ => "year" },
            Reference = period.IsReference,
            Complete = !calendar.Exists(own => incomplete.Contains(own.Period)),
            Estimate = period.Estimate,
            Low = inference.Interval?.Low,
            High = inference.Interval?.High,
            Level = 1 - alpha,
            PValue = inference.PTwoSided,
            // What stands in the period and in the reference period is behind the figure.
            Persons = study.Persons(month => calendar.Exists(own => InPeriod(month, own.Period, grain) || InPeriod(month, own.Reference, grain))),
            Source = study.Series.Source,
            Vintage = study.Series.Vintage,
        };
    }

    /// <summary>The last whole period before the start, or before what the plan leaves out for anticipation.</summary>
    private static DateOnly Reference(Study study, DateOnly start, PeriodGrain grain)
    {
        var last = PeriodAxis.StartOf(grain, study.Windows.Before.Last);
        return last < start ? last : start.AddMonths(-(int)grain);
    }

    private static int Months(DateOnly from, DateOnly to) => ((to.Year - from.Year) * 12) + to.Month - from.Month;

    private static bool InPeriod(DateOnly date, DateOnly start, PeriodGrain grain) => start <= date && date < start.AddMonths((int)grain);
}
