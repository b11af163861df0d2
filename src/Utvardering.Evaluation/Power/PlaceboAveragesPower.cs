using Utvardering.Evaluation.Estimates;
using Utvardering.Statistics.Power;
using Utvardering.Statistics.SyntheticControl;
using Utvardering.Statistics.SyntheticControl.Pooled;

namespace Utvardering.Evaluation.Power;

/// <summary>
/// What pooled synthetic controls could have seen. Their test holds the effect against averages of placebos, so the placebos of one start within the past tell both the
/// critical value and the chance of passing it: an average a with an effect u put in is found when |a + u| is beyond the interval's half-width.
/// </summary>
internal static class PlaceboAveragesPower
{
    public static SimulatedPower Of(Study study, PastPanel past, int before, int after)
    {
        var options = StudyPower.Options(study, past, before, after);
        var window = past.Panel.Window(past.Panel.Periods.Length - before - after, before + after);
        var treated = study.Units.Treated.ToHashSet(StringComparer.Ordinal);
        var panel = window.WithCohorts([.. window.Units.Select(unit => treated.Contains(unit) ? window.Periods[before] : (int?)null)]);
        var pooled = PooledSyntheticControl.Estimate(
            panel,
            new() { Variant = SyntheticControlVariant.DemeanedRidgeAugmented, Confidence = study.Plan.Level },
            new() { Draws = study.Design.Draws, Seed = study.Plan.Seed });
        var (low, high) = (pooled.Effect.Interval.Low, pooled.Effect.Interval.High);
        var half = (high - low) / 2;
        double[] thresholds = [.. pooled.PlaceboAverages.Select(average => Math.Max(0, half - (options.Lowers ? -average : average))).Order()];
        var analytic = PanelDesign.Of(past.Panel, past.Treated, before, after).DetectableEffect(options.Power, study.Plan.Level);
        return SimulatedPower.OfThresholds(thresholds, (double)pooled.PlaceboAverages.Count(average => Math.Abs(average) > half) / thresholds.Length, analytic, options);
    }
}
