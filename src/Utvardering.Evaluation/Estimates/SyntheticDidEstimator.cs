using Utvardering.Evaluation.Plans;
using Utvardering.Statistics.SyntheticControl.SyntheticDid;

namespace Utvardering.Evaluation.Estimates;

/// <summary>Synthetic difference in differences of all the treated together, with the jackknife's standard error.</summary>
internal static class SyntheticDidEstimator
{
    public static StudyEstimate Estimate(Study study)
    {
        var levels = StudyPanels.Levels(study);
        var estimate = SyntheticDifferenceInDifferences.Estimate(levels.Panel, new() { Inference = SyntheticDidInference.Jackknife, Confidence = study.Plan.Level });
        var effect = estimate.Effect;
        double Mean(Func<SyntheticDidCohort, IEnumerable<double>> of) => estimate.Cohorts.Sum(cohort => cohort.Share * of(cohort).Average());
        return new()
        {
            Value = effect.Value,
            Low = effect.Interval.Low,
            High = effect.Interval.High,
            StandardError = effect.StandardError,
            PValue = effect.PValue,
            Inference = Estimators.Jackknife,
            TreatedBefore = Mean(cohort => cohort.Gaps[..cohort.Start].Select(gap => gap.Observed)),
            TreatedAfter = Mean(cohort => cohort.Gaps[cohort.Start..].Select(gap => gap.Observed)),
            ControlBefore = Mean(cohort => cohort.Gaps[..cohort.Start].Select(gap => gap.Synthetic)),
            ControlAfter = Mean(cohort => cohort.Gaps[cohort.Start..].Select(gap => gap.Synthetic)),
            TreatedUnits = levels.Treated,
            ControlUnits = levels.Controls,
            BeforePeriods = levels.Start,
            AfterPeriods = levels.Starts.Length - levels.Start,
            Warnings = effect.Warnings,
            PreRmspe = Math.Sqrt(Mean(cohort => cohort.Gaps[..cohort.Start].Select(gap => gap.Gap * gap.Gap))),
            Weights =
            [
                .. Weights(estimate, cohort => cohort.UnitWeights.Select(donor => (donor.Unit, donor.Weight))).Select(donor => new StudyWeight(null, donor.Of, null, donor.Weight)),
                .. Weights(estimate, cohort => cohort.PeriodWeights.Select(period => (period.Period, period.Weight))).Select(period => new StudyWeight(null, null, levels.Starts[period.Of], period.Weight)),
            ],
        };
    }

    /// <summary>Weights over all starts, each weighing as in the effect.</summary>
    private static IEnumerable<(T Of, double Weight)> Weights<T>(SyntheticDidEstimate estimate, Func<SyntheticDidCohort, IEnumerable<(T Of, double Weight)>> of) =>
        estimate.Cohorts
            .SelectMany(cohort => of(cohort).Select(each => (each.Of, Weight: cohort.Share * each.Weight)))
            .GroupBy(each => each.Of)
            .Select(group => (group.Key, Weight: group.Sum(each => each.Weight)))
            .Where(each => each.Weight > Negligible);

    /// <summary>Weights below this share say nothing to a reader.</summary>
    internal const double Negligible = 1e-6;
}
