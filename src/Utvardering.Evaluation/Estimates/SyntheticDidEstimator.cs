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
        var (effect, cohort) = (estimate.Effect, estimate.Cohorts[0]);
        var (before, after) = (cohort.Gaps[..levels.Start], cohort.Gaps[levels.Start..]);
        return new()
        {
            Value = effect.Value,
            Low = effect.Interval.Low,
            High = effect.Interval.High,
            StandardError = effect.StandardError,
            PValue = effect.PValue,
            Inference = Estimators.Jackknife,
            TreatedBefore = before.Average(gap => gap.Observed),
            TreatedAfter = after.Average(gap => gap.Observed),
            ControlBefore = before.Average(gap => gap.Synthetic),
            ControlAfter = after.Average(gap => gap.Synthetic),
            TreatedUnits = levels.Treated,
            ControlUnits = levels.Controls,
            BeforePeriods = levels.Start,
            AfterPeriods = levels.Starts.Length - levels.Start,
            Warnings = effect.Warnings,
            PreRmspe = Math.Sqrt(before.Average(gap => gap.Gap * gap.Gap)),
            Weights =
            [
                .. cohort.UnitWeights.Where(donor => donor.Weight > Negligible).Select(donor => new StudyWeight(null, donor.Unit, null, donor.Weight)),
                .. cohort.PeriodWeights.Where(period => period.Weight > Negligible).Select(period => new StudyWeight(null, null, levels.Starts[period.Period], period.Weight)),
            ],
        };
    }

    /// <summary>Weights below this share say nothing to a reader.</summary>
    internal const double Negligible = 1e-6;
}
