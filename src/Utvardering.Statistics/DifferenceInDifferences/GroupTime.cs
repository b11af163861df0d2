using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>
/// Effects by cohort and period for treatments that start at different times: each cohort is compared with units not treated yet, never with
/// those treated before, which two-way fixed effects does without saying.
/// </summary>
/// <remarks>
/// <para>
/// Callaway and Sant'Anna (2021), "Difference-in-Differences with Multiple Time Periods": ATT(g, t) = E[Y(t) − Y(b) | G = g] − E[Y(t) − Y(b) | C]
/// with the base b = g − δ − 1 from treatment on; before treatment b is the period before t (varying) or g − δ − 1 too (universal). With
/// covariates each comparison is one of Sant'Anna and Zhao (2020).
/// </para>
/// <para>
/// Standard errors are √(mean(ψ²) / n) of the influence functions ψ (no n − 1), added up within clusters, with normal critical values.
/// A unit that lacks either period is left out of that comparison alone. Cohorts are named by their first treated period; units that start
/// within the anticipation of the first period are left out, for they have no base.
/// </para>
/// </remarks>
public static class GroupTime
{
    /// <summary>Estimates every group-time effect.</summary>
    /// <param name="panel">Units × periods; cohorts null or after the last period are never treated.</param>
    /// <param name="options">Controls, covariates, base period, bootstrap; defaults when null.</param>
    /// <exception cref="ArgumentException">No cohort starts within the panel, no controls, an unknown covariate, or covariates with repeated cross-sections.</exception>
    public static GroupTimeEstimate Estimate(CohortPanel panel, GroupTimeOptions? options = null)
    {
        options ??= new();
        var sample = new GroupTimeSample(panel, options.Anticipation);
        Check(sample, options);
        List<EstimationWarning> warnings = [.. GroupTimeWarnings.OfDesign(sample, options)];
        List<GroupTimeCell> cells = [];
        foreach (var cohort in sample.Cohorts)
        {
            for (var period = options.BasePeriod == GroupTimeBase.Varying ? 1 : 0; period < panel.Periods.Length; period++)
            {
                var last = cohort - options.Anticipation - 1 - panel.Periods[0];
                var basePeriod = options.BasePeriod == GroupTimeBase.Varying && panel.Periods[period] < cohort ? period - 1 : last;
                if (basePeriod == period)
                {
                    cells.Add(new(cohort, panel.Periods[period], 0, null, 0, 0));
                }
                else if (GroupTimeComparison.Of(sample, options, cohort, period, basePeriod, warnings) is { } cell)
                {
                    cells.Add(cell);
                }
            }
        }

        return new(sample, options, [.. cells], [.. warnings]);
    }

    private static void Check(GroupTimeSample sample, GroupTimeOptions options)
    {
        if (sample.Cohorts.Length == 0)
        {
            throw new ArgumentException(
                $"No unit starts its treatment between period {sample.Panel.Periods[0] + options.Anticipation + 1} and {sample.Panel.Periods[^1]}: "
                + "group-time effects need a cohort with a period before treatment in the panel.");
        }

        if (options.Controls == GroupTimeControls.NeverTreated && sample.NeverTreated == 0)
        {
            throw new ArgumentException("The panel has no never-treated units: add some, or use the not-yet-treated as controls.");
        }

        if (options.RepeatedCrossSections && !options.Covariates.IsEmpty)
        {
            throw new ArgumentException("Repeated cross-sections are compared without covariates: leave the covariates out, or give a panel.");
        }

        foreach (var covariate in options.Covariates)
        {
            _ = sample.Panel.Covariate(covariate, 0, 0);
        }
    }
}
