using System.Globalization;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>What the design of a group-time comparison tells before any figure is made.</summary>
internal static class GroupTimeWarnings
{
    /// <summary>As did: a cohort with fewer units than this and the covariates together is small.</summary>
    private const int EnoughInCohort = 5;

    /// <summary>Below some forty clusters the normal approximation of clustered standard errors rejects too often (Cameron and Miller 2015).</summary>
    private const int EnoughClusters = 40;

    public static IEnumerable<EstimationWarning> OfDesign(GroupTimeSample sample, GroupTimeOptions options)
    {
        var treated = sample.Cohorts.Sum(cohort => sample.UnitsOf(cohort).Length);
        foreach (var warning in TreatedGroup.FewUnits(treated, sample.Count - treated))
        {
            yield return warning;
        }

        if (sample.ClusterCount < EnoughClusters)
        {
            yield return new(EstimationWarningKind.FewClusters, Value: sample.ClusterCount, Limit: EnoughClusters);
        }

        var enough = EnoughInCohort + options.Covariates.Length + 1;
        foreach (var cohort in sample.Cohorts.Where(cohort => sample.UnitsOf(cohort).Length < enough))
        {
            yield return new(
                EstimationWarningKind.SmallCohort, cohort.ToString(CultureInfo.InvariantCulture), Value: sample.UnitsOf(cohort).Length, Limit: enough);
        }

        if (sample.AlwaysTreated > 0)
        {
            yield return new(EstimationWarningKind.AlwaysTreatedLeftOut, Value: sample.AlwaysTreated);
        }

        if (sample.NeverTreated == 0)
        {
            yield return new(EstimationWarningKind.NoNeverTreated, Value: sample.Cohorts[^1] - options.Anticipation - 1);
        }

        foreach (var warning in options.RepeatedCrossSections ? [] : Gaps(sample))
        {
            yield return warning;
        }
    }

    private static IEnumerable<EstimationWarning> Gaps(GroupTimeSample sample)
    {
        for (var unit = 0; unit < sample.Count; unit++)
        {
            var present = sample.Outcomes.Count(outcomes => !double.IsNaN(outcomes[unit]));
            if (present < sample.Outcomes.Length)
            {
                yield return new(EstimationWarningKind.PeriodsMissing, sample.Panel.Units[sample.Positions[unit]], Value: present, Limit: sample.Outcomes.Length);
            }
        }
    }
}
