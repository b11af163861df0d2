using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Panels;

namespace Utvardering.Statistics.Tests.SyntheticControl;

/// <summary>
/// Synthetic difference in differences as the paper writes it: weights from a search through every support, then the weighted two-way
/// regression of equation 1, with a dummy for every unit and period.
/// </summary>
internal static class NaiveSyntheticDid
{
    public static double Effect(CohortPanel panel, int start)
    {
        var treated = Enumerable.Range(0, panel.Units.Length).Where(unit => panel.Cohorts[unit] == start).ToArray();
        var controls = Enumerable.Range(0, panel.Units.Length).Where(unit => panel.Cohorts[unit] is null).ToArray();
        var (pre, periods) = (start - panel.Periods[0], panel.Periods.Length);
        double Outcome(int unit, int period) => panel.Outcome(unit, period);

        var differences = controls.SelectMany(unit => Enumerable.Range(1, pre - 1).Select(t => Outcome(unit, t) - Outcome(unit, t - 1))).ToArray();
        var noise = Math.Sqrt(differences.Sum(value => Math.Pow(value - differences.Average(), 2)) / (differences.Length - 1));
        var zeta = Math.Pow(treated.Length * (periods - pre), 0.25) * noise;

        var byPeriod = new double[pre, controls.Length];
        var byUnit = new double[controls.Length, pre];
        for (var i = 0; i < controls.Length; i++)
        {
            for (var t = 0; t < pre; t++)
            {
                byPeriod[t, i] = byUnit[i, t] = Outcome(controls[i], t);
            }
        }

        var omega = Weights(byPeriod, [.. Enumerable.Range(0, pre).Select(t => treated.Average(unit => Outcome(unit, t)))], zeta * zeta * pre);
        var lambda = Weights(
            byUnit, [.. controls.Select(unit => Enumerable.Range(pre, periods - pre).Average(t => Outcome(unit, t)))], Math.Pow(1e-6 * noise, 2) * controls.Length);

        // min Σ (Yᵢₜ − αᵢ − βₜ − τWᵢₜ)² ωᵢλₜ
        var rows = new List<(double[] Regressors, double Outcome)>();
        for (var unit = 0; unit < panel.Units.Length; unit++)
        {
            for (var t = 0; t < periods; t++)
            {
                var weight = (treated.Contains(unit) ? 1.0 / treated.Length : controls.Contains(unit) ? omega[Array.IndexOf(controls, unit)] : 0)
                    * (t < pre ? lambda[t] : 1.0 / (periods - pre));
                var regressors = new double[1 + panel.Units.Length + periods];
                regressors[0] = treated.Contains(unit) && t >= pre ? 1 : 0;
                regressors[1 + unit] = regressors[1 + panel.Units.Length + t] = 1;
                rows.Add(([.. regressors.Select(value => value * Math.Sqrt(weight))], Outcome(unit, t) * Math.Sqrt(weight)));
            }
        }

        var matrix = Matrix<double>.Build.DenseOfRowArrays(rows.Select(row => row.Regressors));
        return (matrix.PseudoInverse() * Vector<double>.Build.DenseOfEnumerable(rows.Select(row => row.Outcome)))[0];
    }

    // The intercept is a free column: taking the means off both sides does the same.
    private static double[] Weights(double[,] columns, double[] target, double ridge)
    {
        var centred = Matrix<double>.Build.DenseOfArray(columns);
        var means = centred.ColumnSums() / centred.RowCount;
        return NaiveSimplex.Weights(
            Matrix<double>.Build.Dense(centred.RowCount, centred.ColumnCount, (i, j) => centred[i, j] - means[j]).ToArray(),
            [.. target.Select(value => value - target.Average())],
            ridge);
    }
}
