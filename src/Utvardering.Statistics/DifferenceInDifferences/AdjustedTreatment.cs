using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Panels;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>Treatment with unit and period effects and covariates taken out of it, d̃ (Frisch and Waugh 1933; Lovell 1963).</summary>
/// <param name="Values">Units × periods.</param>
/// <param name="Coefficient">Σ d̃ y / Σ d̃², the two-way fixed effects estimate.</param>
internal sealed record AdjustedTreatment(double[][] Values, double Coefficient)
{
    /// <summary>A covariate of which less than this share of its variation is left is explained by the others.</summary>
    private const double Explained = 1e-10;

    public static AdjustedTreatment Of(CohortPanel panel, ImmutableArray<string> covariates)
    {
        var treatment = Demeaned(panel, (unit, period) => panel.IsTreated(unit, period) ? 1 : 0);
        if (!covariates.IsEmpty)
        {
            treatment = WithoutCovariates(panel, covariates, treatment);
        }

        double product = 0, squares = 0;
        for (var unit = 0; unit < treatment.Length; unit++)
        {
            for (var period = 0; period < treatment[unit].Length; period++)
            {
                product += treatment[unit][period] * panel.Outcome(unit, period);
                squares += treatment[unit][period] * treatment[unit][period];
            }
        }

        return new(treatment, product / squares);
    }

    private static double[][] WithoutCovariates(CohortPanel panel, ImmutableArray<string> covariates, double[][] treatment)
    {
        var periods = panel.Periods.Length;
        var columns = covariates.Select(name => Demeaned(panel, (unit, period) => panel.Covariate(name, unit, period)).SelectMany(row => row).ToArray()).ToArray();
        var design = Matrix<double>.Build.DenseOfColumnArrays(columns);
        var factor = design.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin);
        for (var column = 0; column < columns.Length; column++)
        {
            var whole = Enumerable.Range(0, panel.Units.Length)
                .SelectMany(unit => Enumerable.Range(0, periods).Select(period => panel.Covariate(covariates[column], unit, period))).Max(Math.Abs);
            if (Math.Abs(factor.R[column, column]) <= Explained * Math.Max(whole, 1e-300) * Math.Sqrt(columns[column].Length))
            {
                throw new ArgumentException($"The covariate \"{covariates[column]}\" is explained by unit and period effects and the covariates before it: leave it out.");
            }
        }

        var outcome = Vector<double>.Build.DenseOfEnumerable(treatment.SelectMany(row => row));
        var residual = outcome - (design * factor.Solve(outcome));
        return [.. treatment.Select((_, unit) => residual.SubVector(unit * periods, periods).ToArray())];
    }

    // x − x̄ᵢ − x̄ₜ + x̄: exact in a balanced panel.
    private static double[][] Demeaned(CohortPanel panel, Func<int, int, double> value)
    {
        double[][] rows = [.. Enumerable.Range(0, panel.Units.Length).Select(unit =>
            Enumerable.Range(0, panel.Periods.Length).Select(period => value(unit, period)).ToArray())];
        double[] unitMeans = [.. rows.Select(row => row.Average())];
        double[] periodMeans = [.. Enumerable.Range(0, panel.Periods.Length).Select(period => rows.Average(row => row[period]))];
        var mean = unitMeans.Average();
        return [.. rows.Select((row, unit) => row.Select((x, period) => x - unitMeans[unit] - periodMeans[period] + mean).ToArray())];
    }
}
