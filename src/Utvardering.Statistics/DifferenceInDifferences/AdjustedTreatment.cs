using System.Collections.Immutable;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>Treatment with unit and period effects and covariates taken out of it, d̃ (Frisch and Waugh 1933; Lovell 1963).</summary>
/// <param name="Values">Units × periods.</param>
/// <param name="Coefficient">Σ d̃ y / Σ d̃², the two-way fixed effects estimate.</param>
internal sealed record AdjustedTreatment(double[][] Values, double Coefficient)
{
    /// <exception cref="ArgumentException">A covariate that the effects and the covariates before it explain.</exception>
    public static AdjustedTreatment Of(CohortPanel panel, ImmutableArray<string> covariates)
    {
        var rows = PanelRows.Of(panel, covariates);
        var adjusted = Residuals(rows);
        return new([.. adjusted.Chunk(panel.Periods.Length)], VectorMath.Dot(adjusted, rows.Outcome) / VectorMath.Dot(adjusted, adjusted));
    }

    private static double[] Residuals(PanelRows rows)
    {
        var absorption = Absorption.Of([rows.Units, rows.Times], null);
        var treatment = absorption.Residual(rows.Treatment());
        if (rows.Covariates.Length == 0)
        {
            return treatment;
        }

        var solution = NormalEquations.Solve(
            [.. rows.Covariates.Select(covariate => absorption.Residual(covariate.Values))], treatment, null,
            [.. rows.Covariates.Select(covariate => VectorMath.Dot(covariate.Values, covariate.Values))]);
        return solution.Dropped.Length == 0
            ? solution.Residuals
            : throw new ArgumentException(
                $"The covariate \"{rows.Covariates[solution.Dropped[0]].Name}\" is explained by unit and period effects and the covariates before it: leave it out.");
    }
}
