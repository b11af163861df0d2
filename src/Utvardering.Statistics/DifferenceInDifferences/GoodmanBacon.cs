using System.Collections.Immutable;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>
/// Takes a two-way fixed effects estimate apart into the two-by-two comparisons it averages, to show how much of it rests on comparing the newly
/// treated with the already treated.
/// </summary>
/// <remarks>
/// Goodman-Bacon (2021), "Difference-in-Differences with Variation in Treatment Timing": theorem 1 without covariates. With covariates, section
/// 5.2: treatment is first adjusted for the covariates and the fixed effects; its variation within cohorts (share Ω) gives one coefficient, its
/// variation between cohorts one comparison for each pair of them. All formulas need a balanced panel with equal weights.
/// </remarks>
public static class GoodmanBacon
{
    /// <summary>Decomposes the estimate of outcome on treatment, unit and period effects, and covariates.</summary>
    /// <param name="panel">Units × periods; cohorts after the last period are never treated, those from the first on always.</param>
    /// <param name="covariates">The names of the panel's covariates to adjust for, each taken in every period.</param>
    /// <exception cref="ArgumentException">
    /// A missing cell; unequal weights; an unknown covariate, or one that fixed effects and the others explain; only one cohort; no variation in treatment.
    /// </exception>
    public static GoodmanBaconDecomposition Decompose(CohortPanel panel, params ImmutableArray<string> covariates)
    {
        Check(panel);
        var groups = TreatmentGroup.Of(panel);
        if (groups.Length < 2 || !groups.Any(group => group.Changes))
        {
            throw new ArgumentException("A decomposition needs units that start treatment within the panel and others to compare them with: add cohorts or never-treated units.");
        }

        var sample = new SampleSize(
            panel.Units.Length * panel.Periods.Length, panel.Units.Length, panel.Cohorts.Count(cohort => cohort <= panel.Periods[^1]), panel.Periods.Length);
        ImmutableArray<EstimationWarning> warnings = groups.All(group => !group.IsNever)
            ? [new(EstimationWarningKind.NoNeverTreated, Value: groups.Max(group => group.FirstPosition) - 1 + panel.Periods[0])]
            : [];
        return covariates.IsEmpty
            ? new(AdjustedTreatment.Of(panel, []).Coefficient, GoodmanBaconPairs.Plain(panel, groups), 0, double.NaN, sample, warnings)
            : GoodmanBaconPairs.Adjusted(panel, groups, AdjustedTreatment.Of(panel, covariates), sample, warnings);
    }

    private static void Check(CohortPanel panel)
    {
        for (var unit = 0; unit < panel.Units.Length; unit++)
        {
            for (var period = 0; period < panel.Periods.Length; period++)
            {
                if (double.IsNaN(panel.Outcome(unit, period)))
                {
                    throw new ArgumentException(
                        $"Unit \"{panel.Units[unit]}\" has no outcome in period {panel.Periods[period]}: the decomposition needs a balanced panel, leave out the unit or the period.");
                }

                if (panel.Weight(unit, period) != panel.Weight(0, 0))
                {
                    throw new ArgumentException(
                        $"Unit \"{panel.Units[unit]}\", period {panel.Periods[period]} has another weight than the first row: the decomposition holds for equal weights only.");
                }
            }
        }
    }
}
