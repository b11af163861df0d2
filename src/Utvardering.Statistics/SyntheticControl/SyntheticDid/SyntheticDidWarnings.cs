using System.Collections.Immutable;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.SyntheticControl.SyntheticDid;

/// <summary>What to tell beside a synthetic difference in differences.</summary>
internal static class SyntheticDidWarnings
{
    // The jackknife and the bootstrap learn of the treated units' noise from their differences.
    private const int EnoughTreated = 10;

    public static IEnumerable<EstimationWarning> Of(CohortDesign design, ImmutableArray<SyntheticDidCohort> cohorts, SyntheticDidInference inference)
    {
        if (inference is SyntheticDidInference.Jackknife or SyntheticDidInference.Bootstrap && design.TreatedCount < EnoughTreated)
        {
            yield return new(EstimationWarningKind.FewTreatedUnits, Value: design.TreatedCount, Limit: EnoughTreated);
        }

        if (design.Controls.Length < SyntheticControlWarnings.EnoughDonors)
        {
            yield return new(EstimationWarningKind.FewControlUnits, Value: design.Controls.Length, Limit: SyntheticControlWarnings.EnoughDonors);
        }

        foreach (var cohort in cohorts)
        {
            var (name, pre) = ($"{cohort.Start}", cohort.PeriodWeights.Length);
            if (pre < SyntheticControlWarnings.EnoughPrePeriods)
            {
                yield return new(EstimationWarningKind.ShortPrePeriod, name, Value: pre, Limit: SyntheticControlWarnings.EnoughPrePeriods);
            }

            var largest = cohort.UnitWeights.MaxBy(weight => weight.Weight);
            if (largest.Weight > SyntheticControlWarnings.LargestWeight)
            {
                yield return new(EstimationWarningKind.WeightOnOneDonor, largest.Unit, Value: largest.Weight, Limit: SyntheticControlWarnings.LargestWeight);
            }

            // Before the start an intercept is free: what counts is how far the gap moves about its own mean, beside the noise of one unit.
            var gaps = cohort.Gaps.Take(pre).Select(gap => gap.Gap).ToArray();
            var mean = gaps.Average();
            var spread = Math.Sqrt(gaps.Average(gap => (gap - mean) * (gap - mean)));
            if (spread > cohort.NoiseLevel)
            {
                yield return new(EstimationWarningKind.PoorPreFit, name, Value: spread, Limit: cohort.NoiseLevel);
            }
        }
    }
}
