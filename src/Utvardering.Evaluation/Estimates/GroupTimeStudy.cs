using Utvardering.Disclosure.Tables;
using Utvardering.Statistics.DifferenceInDifferences;

namespace Utvardering.Evaluation.Estimates;

/// <summary>
/// Group-time effects: those of each start in each period, against the controls. Description beside the event study: the validation showed that their
/// standard errors are too small with six treated, so nothing is judged by them.
/// </summary>
internal static class GroupTimeStudy
{
    public static IReadOnlyList<GroupTimeRow> Estimate(Study study)
    {
        var levels = StudyPanels.Levels(study);
        var estimate = GroupTime.Estimate(levels.Panel, new() { Confidence = study.Plan.Level, BasePeriod = GroupTimeBase.Universal });
        return [.. estimate.Effects.Select(effect => new GroupTimeRow
        {
            ResultId = $"group-time:{study.Key}:{levels.Starts[effect.Cohort]:yyyy-MM}:{levels.Starts[effect.Period]:yyyy-MM}",
            OutcomeId = study.Outcome.Id,
            DesignId = study.Design.Id,
            IndicatorId = study.Outcome.Indicator,
            Origin = study.Series.Origin,
            Cohort = levels.Starts[effect.Cohort],
            PeriodStart = levels.Starts[effect.Period],
            Grain = levels.Grain.ToString().ToLowerInvariant(),
            CohortUnits = levels.Panel.Cohorts.Count(cohort => cohort == effect.Cohort),
            Estimate = effect.Estimate.Value,
            Low = StudyRows.Known(effect.Estimate.Interval.Low),
            High = StudyRows.Known(effect.Estimate.Interval.High),
            Level = study.Plan.Level,
            // Of a start that some of the treated have, no number of persons is known.
            Persons = levels.Panel.Cohorts.All(cohort => cohort is null || cohort == effect.Cohort) ? study.Persons() : study.PersonsOfOne,
            Source = study.Series.Source,
            Vintage = study.Series.Vintage,
        })];
    }
}
