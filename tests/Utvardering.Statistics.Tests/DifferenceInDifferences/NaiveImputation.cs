using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Panels;

namespace Utvardering.Statistics.Tests.DifferenceInDifferences;

/// <summary>The imputation estimator as the paper's formulas read: dummies written out, pseudo-inverses, weights of every cell.</summary>
internal static class NaiveImputation
{
    public static (double Effect, double StandardError) Average(CohortPanelRow[] rows, Func<CohortPanelRow, bool> averaged)
    {
        rows = [.. rows.Where(row => !double.IsNaN(row.Outcome))];
        var units = rows.Select(row => row.Unit).Distinct().ToArray();
        var periods = rows.Select(row => row.Period).Distinct().ToArray();
        Matrix<double> Design(CohortPanelRow[] of) => Matrix<double>.Build.DenseOfRowArrays(of.Select(row => (double[])
        [
            .. units.Select(unit => unit == row.Unit ? 1.0 : 0),
            .. periods.Select(period => period == row.Period ? 1.0 : 0),
            .. row.Covariates,
        ]));
        static bool Treated(CohortPanelRow row) => row.Period >= row.Cohort;
        CohortPanelRow[] untreated = [.. rows.Where(row => !Treated(row))];
        CohortPanelRow[] treated = [.. rows.Where(Treated)];
        var x0 = Design(untreated);
        var w0 = Matrix<double>.Build.DenseOfDiagonalArray([.. untreated.Select(row => row.Weight)]);
        var inverse = (x0.Transpose() * w0 * x0).PseudoInverse();
        var y0 = Vector<double>.Build.Dense([.. untreated.Select(row => row.Outcome)]);
        var beta = inverse * x0.Transpose() * w0 * y0;
        var effects = Vector<double>.Build.Dense([.. treated.Select(row => row.Outcome)]) - (Design(treated) * beta);
        var total = treated.Where(averaged).Sum(row => row.Weight);
        var w1 = Vector<double>.Build.Dense([.. treated.Select(row => averaged(row) ? row.Weight / total : 0)]);
        var v0 = -(w0 * x0 * inverse * Design(treated).Transpose() * w1);
        var residuals = y0 - (x0 * beta);

        var variance = units.Sum(unit =>
        {
            var sum = 0.0;
            for (var i = 0; i < untreated.Length; i++)
            {
                sum += untreated[i].Unit == unit ? v0[i] * residuals[i] : 0;
            }

            for (var i = 0; i < treated.Length; i++)
            {
                if (treated[i].Unit != unit || w1[i] == 0)
                {
                    continue;
                }

                var group = Enumerable.Range(0, treated.Length).Where(j => treated[j].Cohort == treated[i].Cohort && treated[j].Period == treated[i].Period).ToArray();
                var average = group.Sum(j => w1[j] * w1[j] * effects[j]) / group.Sum(j => w1[j] * w1[j]);
                sum += w1[i] * (effects[i] - average);
            }

            return sum * sum;
        });
        return (w1 * effects, Math.Sqrt(variance));
    }
}
