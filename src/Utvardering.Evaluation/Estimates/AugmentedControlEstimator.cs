using Utvardering.Evaluation.Plans;
using Utvardering.Statistics.SyntheticControl;
using Utvardering.Statistics.SyntheticControl.Pooled;

namespace Utvardering.Evaluation.Estimates;

/// <summary>A de-meaned, ridge-augmented synthetic control for each treated municipality, and their mean judged by averages of placebos.</summary>
internal static class AugmentedControlEstimator
{
    public static StudyEstimate Estimate(Study study)
    {
        var levels = StudyPanels.Levels(study);
        var pooled = PooledSyntheticControl.Estimate(
            levels.Panel,
            new() { Variant = SyntheticControlVariant.DemeanedRidgeAugmented, Confidence = study.Plan.Level },
            new() { Draws = study.Design.Draws, Seed = study.Plan.Seed });
        var (before, after) = (pooled.Gaps.Where(gap => gap.Period < 0).ToList(), pooled.Gaps.Where(gap => gap.Period >= 0).ToList());
        return new()
        {
            Value = pooled.Effect.Value,
            Low = pooled.Effect.Interval.Low,
            High = pooled.Effect.Interval.High,
            PValue = pooled.Effect.PValue,
            MinimumP = 1.0 / (pooled.PlaceboAverages.Length + 1),
            Inference = Estimators.PlaceboAverages,
            Assignments = pooled.PlaceboAverages.Length + 1,
            TreatedBefore = before.Average(gap => gap.Observed),
            TreatedAfter = after.Average(gap => gap.Observed),
            ControlBefore = before.Average(gap => gap.Synthetic),
            ControlAfter = after.Average(gap => gap.Synthetic),
            TreatedUnits = levels.Treated,
            ControlUnits = levels.Controls,
            BeforePeriods = levels.Start,
            AfterPeriods = levels.Starts.Length - levels.Start,
            Warnings = pooled.Effect.Warnings,
            PreRmspe = Math.Sqrt(pooled.Units.Average(unit => unit.Control.PreRmspe * unit.Control.PreRmspe)),
            Units = [.. pooled.Units.Select(unit => Unit(unit, study.Plan.Alpha))],
            Weights = [.. pooled.Units.SelectMany(unit => unit.Control.Weights
                .Where(donor => Math.Abs(donor.Weight) > SyntheticDidEstimator.Negligible)
                .Select(donor => new StudyWeight(unit.Control.Unit, donor.Unit, null, donor.Weight)))],
            Placebos = StudyPlacebo.Of("average", pooled.PlaceboAverages, null),
        };
    }

    /// <summary>The rank among the donors' placebos, told as a two-sided p-value: twice the smaller tail, the municipality counted in.</summary>
    private static UnitEffect Unit(PooledUnit unit, double alpha)
    {
        var control = unit.Control;
        var tail = Math.Min(unit.Rank, unit.Ranked + 1 - unit.Rank) / unit.Ranked;
        return new(control.Unit, control.Effect.Value)
        {
            PValue = Math.Min(1, 2 * tail),
            MinimumP = 2.0 / unit.Ranked,
            After = control.Gaps.Where(gap => gap.Period >= control.Start).Average(gap => gap.Observed),
            PreRmspe = control.PreRmspe,
            RmspeRatio = control.Ratio,
            Rank = unit.Rank,
            Ranked = unit.Ranked,
        };
    }
}
