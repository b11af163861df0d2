using Utvardering.Disclosure.Tables;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Randomisation;

namespace Utvardering.Evaluation.Estimates;

/// <summary>The effect period by period: months are added up to quarters, other grains stand as they are.</summary>
internal static class EventStudyStudy
{
    private const double MostMissing = 0.05;

    public static (IReadOnlyList<EventStudyRow> Rows, PreTrendTest? PreTrend) Estimate(Study study)
    {
        var options = DifferenceEstimator.Options(study);
        var panel = StudyPanels.Make(study.Series, study.Windows, study.Units);
        var quarterly = panel.Periods.Grain == PeriodGrain.Month && panel.HasExposure ? QuarterlyPanel.FromMonths(panel) : null;
        var periods = quarterly?.Panel ?? panel;
        var incomplete = Incomplete(quarterly, study.Units.All.Count());
        var grain = periods.Periods.Grain;
        var start = PeriodAxis.StartOf(grain, study.Windows.Start);
        var reference = Reference(study, start, grain);
        if (periods.Periods.Starts[0] > reference)
        {
            return ([], null);
        }

        var starts = Starts(study, grain);
        var inference = starts.Count == 1
            ? EventStudyInference.Of(EventStudy.Estimate(periods, study.Units.Treated, start, reference), options)
            : StaggeredEventStudy.Estimate(periods, starts, -(Months(reference, start) / (int)grain), options);
        var rows = inference.Periods.Select(period => Row(study, grain, [.. starts.Select(each => each.Start)], period, incomplete, options.Alpha)).ToList();
        return (rows, inference.PreTrend);
    }

    /// <summary>The periods in which the treated start: starts in different months may lie in one quarter.</summary>
    private static List<(DateOnly Start, IReadOnlyList<string> Units)> Starts(Study study, PeriodGrain grain) => !study.Windows.HasSeveralStarts
        ? [(PeriodAxis.StartOf(grain, study.Windows.Start), study.Units.Treated)]
        : [.. study.Windows.Starts
            .GroupBy(start => PeriodAxis.StartOf(grain, start.Windows.Start))
            .Select(start => (start.Key, (IReadOnlyList<string>)[.. start.SelectMany(each => each.Municipalities).Where(study.Units.Treated.Contains)]))];

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
