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
        if (Estimate(study) is not { } own)
        {
            return ([], null);
        }

        var inference = EventStudyInference.Of(own.Estimate, options);
        var rows = inference.Periods.Select(period => Row(study, own.Grain, period, own.Incomplete, options.Alpha)).ToList();
        var preTrend = judged == study.Units ? inference.PreTrend : PreTrendTest.Of(Estimate(study with { Units = judged })!.Value.Estimate, options);
        return (rows, preTrend);
    }

    private static (EventStudyEstimate Estimate, PeriodGrain Grain, HashSet<DateOnly> Incomplete)? Estimate(Study study)
    {
        var panel = StudyPanels.Make(study.Series, study.Windows, study.Units);
        var quarterly = panel.Periods.Grain == PeriodGrain.Month && panel.HasExposure ? QuarterlyPanel.FromMonths(panel) : null;
        var periods = quarterly?.Panel ?? panel;
        var incomplete = Incomplete(quarterly, study.Units.All.Count());
        var grain = periods.Periods.Grain;
        var start = PeriodAxis.StartOf(grain, study.Windows.Start);
        var reference = Reference(study, start, grain);
        if (periods.Periods.Starts[0] > reference)
        {
            return null;
        }

        return (EventStudy.Estimate(periods, study.Units.Treated, start, reference), grain, incomplete);
    }

    /// <summary>A missing month here and there among many municipalities does not make a quarter incomplete; a cut-off quarter is.</summary>
    private static HashSet<DateOnly> Incomplete(QuarterlyPanel? quarterly, int units) => quarterly is null
        ? []
        : [.. quarterly.PartialQuarters
            .GroupBy(quarter => quarter.Quarter)
            .Where(group => group.Sum(quarter => 3 - quarter.MonthsPresent) > MostMissing * 3 * units)
            .Select(group => group.Key)];

    private static EventStudyRow Row(Study study, PeriodGrain grain, EventStudyPeriodInference inference, HashSet<DateOnly> incomplete, double alpha)
    {
        var period = inference.Period;
        var reference = Reference(study, PeriodAxis.StartOf(grain, study.Windows.Start), grain);
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
            Complete = !incomplete.Contains(period.Period),
            Estimate = period.Estimate,
            Low = inference.Interval?.Low,
            High = inference.Interval?.High,
            Level = 1 - alpha,
            PValue = inference.PTwoSided,
            // What stands in the period and in the reference period is behind the figure.
            Persons = study.Persons(start => InPeriod(start, period.Period, grain) || InPeriod(start, reference, grain)),
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

    private static bool InPeriod(DateOnly date, DateOnly start, PeriodGrain grain) => start <= date && date < start.AddMonths((int)grain);
}
