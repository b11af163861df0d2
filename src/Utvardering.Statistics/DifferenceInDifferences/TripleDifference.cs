using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>
/// Triple difference: within each unit a group that treatment affects and one that it does not, such as two ages. What changed in treated
/// units for both groups alike is taken out.
/// </summary>
/// <remarks>
/// y(i,k,t) = α(i,k) + λ(k,t) + κ(i,t) + τ D(i,t) 1{k affected} + β′x(i,k,t) + ε, with effects of unit by group, group by period and unit by period
/// (Gruber 1994; Olden and Møen 2022, "The Triple Difference Estimator"). It needs the two groups' gap, not each group, to have parallel trends.
/// In a complete panel without covariates it is the two-way regression of the gap.
/// </remarks>
public static class TripleDifference
{
    /// <summary>Estimates the regression.</summary>
    /// <param name="affected">Units × periods of the group that treatment affects.</param>
    /// <param name="comparison">The same units, cohorts, clusters and periods of the group that it does not affect.</param>
    /// <param name="options">Covariates and standard errors; Newey–West's is not defined for two rows a unit and period.</param>
    /// <exception cref="ArgumentException">Panels of different units, cohorts, clusters or periods; no treated unit; an unknown covariate.</exception>
    public static TripleDifferenceResult Estimate(CohortPanel affected, CohortPanel comparison, PanelRegressionOptions? options = null)
    {
        options ??= new();
        Check(affected, comparison);
        PanelWarnings.CheckTreated(affected);
        if (options.Errors == PanelErrors.NeweyWest)
        {
            throw new ArgumentException("Newey–West standard errors need one row for each unit and period, a triple difference has two: use clustered ones.");
        }

        var (first, second) = (PanelRows.Of(affected, options.Covariates), PanelRows.Of(comparison, options.Covariates));
        var (units, periods) = (affected.Units.Length, affected.Periods.Length);
        int[] group = [.. Enumerable.Repeat(0, first.Count), .. Enumerable.Repeat(1, second.Count)];
        int[] unit = [.. first.Unit, .. second.Unit];
        int[] period = [.. first.Period, .. second.Period];
        Grouping Pairs(string name, int[] left, int[] right, int rightCount, int leftCount) =>
            new(name, [.. left.Zip(right, (l, r) => (l * rightCount) + r)], leftCount * rightCount);

        var fit = FixedEffectsLeastSquares.Fit(
            [.. first.Outcome, .. second.Outcome],
            [
                new(TwoWayFixedEffects.Treatment, [.. first.Treatment(), .. new double[second.Count]]),
                .. first.Covariates.Zip(second.Covariates, (a, b) => new DesignColumn(a.Name, [.. a.Values, .. b.Values])),
            ],
            [Pairs("unit and group", unit, group, 2, units), Pairs("group and period", group, period, periods, 2), Pairs("unit and period", unit, period, periods, units)],
            new() { Method = "triple difference", Weights = Weights(first, second) });
        Grouping clusters = new(first.Clusters.Name, [.. first.Clusters.Codes, .. second.Clusters.Codes], first.Clusters.Count);
        var inference = fit.With(options.ErrorsOn(clusters, Grouping.Of("period", period), period, units: null), first.Sample() with { Observations = fit.Observations });
        var effect = inference.Coefficient(TwoWayFixedEffects.Treatment, options.Confidence);
        return new(
            effect with { Warnings = [.. effect.Warnings, .. PanelWarnings.Groups(affected)] },
            TwoWayFixedEffects.Estimate(affected, options),
            TwoWayFixedEffects.Estimate(comparison, options),
            inference);
    }

    /// <summary>The gap between the two groups, affected less comparison: a cell is missing where either is. Rates where the outcome is a count.</summary>
    /// <exception cref="ArgumentException">Panels of different units, cohorts, clusters or periods.</exception>
    public static CohortPanel Gap(CohortPanel affected, CohortPanel comparison)
    {
        Check(affected, comparison);
        var other = comparison.Rates();
        return affected.Rates().WithOutcomes((unit, period, outcome) => outcome - other.Outcome(unit, period));
    }

    private static void Check(CohortPanel affected, CohortPanel comparison)
    {
        if (!affected.Units.SequenceEqual(comparison.Units, StringComparer.Ordinal) || !affected.Periods.SequenceEqual(comparison.Periods))
        {
            throw new ArgumentException("The two groups' panels hold different units or periods: build both from the same units and periods, with missing outcomes where need be.");
        }

        for (var unit = 0; unit < affected.Units.Length; unit++)
        {
            if (affected.Cohorts[unit] != comparison.Cohorts[unit] || affected.Clusters[unit] != comparison.Clusters[unit])
            {
                throw new ArgumentException($"Unit \"{affected.Units[unit]}\" has another start or cluster in the comparison group's panel: a unit starts once, for both groups.");
            }
        }
    }

    private static double[]? Weights(PanelRows first, PanelRows second)
    {
        static double[] Of(PanelRows rows) => rows.Weights ?? [.. Enumerable.Repeat(1.0, rows.Count)];
        return first.Weights is null && second.Weights is null ? null : [.. Of(first), .. Of(second)];
    }
}
