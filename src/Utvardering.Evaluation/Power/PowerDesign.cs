using Utvardering.Evaluation.Estimates;
using Utvardering.Evaluation.Plans;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Randomisation;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.SyntheticControl.SyntheticDid;
using Utvardering.Statistics.TimeSeries;

namespace Utvardering.Evaluation.Power;

/// <summary>A study's design as it is run on each placebo treatment: the same estimator and inference, with fewer draws where they are drawn.</summary>
internal static class PowerDesign
{
    /// <summary>Enough for the interval of one draw among hundreds.</summary>
    private const int Draws = 499;

    /// <summary>The least number of periods before that an estimator bears.</summary>
    public static int LeastBefore(string estimator) => estimator switch
    {
        Estimators.SyntheticDid or Estimators.AugmentedControl => 2,
        Estimators.ControlledSeries => 8,
        _ => 1,
    };

    public static Func<CohortPanel, Estimate> Of(Study study, int firstSeason, int seasonsInYear)
    {
        var plan = study.Plan;
        return study.Design.Estimator switch
        {
            Estimators.Difference => panel => Randomised(panel, plan, unit => Means(panel, unit)),
            Estimators.ControlledSeries => panel => Randomised(panel, plan, unit => Departure(panel, unit, firstSeason, seasonsInYear)),
            _ => panel => SyntheticDifferenceInDifferences.Estimate(panel, new() { Inference = SyntheticDidInference.Jackknife, Confidence = plan.Level }).Effect,
        };
    }

    private static Estimate Randomised(CohortPanel panel, EvaluationPlan plan, Func<int, double> change)
    {
        var units = panel.Units.Length;
        var inference = RandomisationInference.DifferenceInMeans(
            [.. Enumerable.Range(0, units).Select(change)],
            Assignments.Of([.. panel.Cohorts.Select(cohort => cohort is not null)], Draws + 1, plan.Seed, Draws),
            plan.Alpha);
        return new()
        {
            Method = "difference in mean changes, randomisation",
            Value = inference.Estimate,
            Interval = inference.Interval,
            PValue = inference.Test.PTwoSided,
            Sample = new(units * panel.Periods.Length, units, panel.Cohorts.Count(cohort => cohort is not null), panel.Periods.Length),
        };
    }

    private static double Means(CohortPanel panel, int unit)
    {
        var series = panel.Series(unit);
        var start = Start(panel);
        double before = 0, after = 0;
        for (var period = 0; period < series.Length; period++)
        {
            (before, after) = period < start ? (before + series[period], after) : (before, after + series[period]);
        }

        return (after / (series.Length - start)) - (before / start);
    }

    private static double Departure(CohortPanel panel, int unit, int firstSeason, int seasonsInYear)
    {
        var start = Start(panel);

        // Periods are numbered from the first of the past, so that the window's own first tells its season.
        return TrendDeparture.Of(panel.Series(unit), start, start, ((firstSeason - 1 + panel.Periods[0]) % seasonsInYear) + 1, seasonsInYear).Mean;
    }

    private static int Start(CohortPanel panel) => panel.Cohorts.First(cohort => cohort is not null)!.Value - panel.Periods[0];
}
