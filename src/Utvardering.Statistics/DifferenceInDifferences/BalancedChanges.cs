using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>
/// The two-way regression of a balanced panel with one start and errors clustered by unit, from one change for each unit: no rows, no system to solve.
/// </summary>
/// <remarks>
/// With unit and period effects out of it treatment is (dᵢ − d̄)(pₜ − p̄), d for the treated and p for the periods from the start on. Hence τ̂ is the difference in mean
/// changes Δᵢ = Ȳᵢ,after − Ȳᵢ,before, the score of unit i is (dᵢ − d̄)(Δᵢ − Δ̄ of its group) T p̄ (1 − p̄), and the variance of CR1 is
/// Σ (dᵢ − d̄)² (Δᵢ − Δ̄)² / (N d̄ (1 − d̄))² times the factors of <see cref="SmallSample"/>, for one coefficient and the periods.
/// </remarks>
internal static class BalancedChanges
{
    private const string Method = "two-way fixed effects, standard errors clustered by unit";

    /// <summary>The effect; null where the panel or the options ask for the regression.</summary>
    public static Estimate? Effect(CohortPanel panel, PanelRegressionOptions options)
    {
        var starts = PanelWarnings.Starts(panel);
        var units = panel.Units.Length;
        if (!options.Covariates.IsEmpty || options.Effects is not null || options.Errors != PanelErrors.Clustered || panel.Clusters.Max() + 1 != units
            || starts.Length != 1 || starts[0] <= panel.Periods[0] || !panel.IsBalanced || panel.IsWeighted
            || options.SmallSample != SmallSample.Default)
        {
            return null;
        }

        var (start, after) = (starts[0] - panel.Periods[0], panel.Periods[^1] - starts[0] + 1.0);
        var (changes, isTreated) = (new double[units], new bool[units]);
        var (treated, controls, treatedSum, controlSum) = (0.0, 0.0, 0.0, 0.0);
        for (var unit = 0; unit < units; unit++)
        {
            isTreated[unit] = !PanelWarnings.IsNeverTreated(panel, unit);
            changes[unit] = (Sum(panel.Series(unit)[start..]) / after) - (Sum(panel.Series(unit)[..start]) / start);
            (treated, treatedSum) = isTreated[unit] ? (treated + 1, treatedSum + changes[unit]) : (treated, treatedSum);
            (controls, controlSum) = isTreated[unit] ? (controls, controlSum) : (controls + 1, controlSum + changes[unit]);
        }

        if (controls == 0)
        {
            return null;
        }

        var squares = 0.0;
        for (var unit = 0; unit < units; unit++)
        {
            var left = isTreated[unit] ? (changes[unit] - (treatedSum / treated)) / treated : (changes[unit] - (controlSum / controls)) / controls;
            squares += left * left;
        }

        var cells = units * panel.Periods.Length;
        var small = options.SmallSample;
        var factor = small.ParameterFactor(cells, 1 + panel.Periods.Length) * small.ClusterFactorOf(units);
        return Estimate.Wald(
            Method, (treatedSum / treated) - (controlSum / controls), Math.Sqrt(squares * factor), units - 1,
            new(cells, units, (int)treated, panel.Periods.Length, units), options.Confidence, [.. RegressionInference.FewClusters(units), .. PanelWarnings.Groups(panel)]);
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }
}
