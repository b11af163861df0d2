using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Panels;

namespace Utvardering.Statistics.Tests.DifferenceInDifferences;

/// <summary>Panel regressions as their equations read: every effect a column of dummies, X′WX by pseudo-inverse, the cluster sandwich without any factor.</summary>
internal sealed class NaivePanelRegression
{
    private readonly Matrix<double> inverse;
    private readonly Matrix<double> scores;

    private NaivePanelRegression(Matrix<double> x, Vector<double> weights, Vector<double> beta, Vector<double> residuals, CohortPanelRow[] rows, Matrix<double> inverse)
    {
        (Coefficients, this.inverse) = (beta, inverse);
        var units = rows.Select(row => row.Unit).Distinct().ToArray();
        scores = Matrix<double>.Build.DenseOfRowVectors(units.Select(unit => x.Transpose() * Vector<double>.Build.Dense(
            rows.Length, row => rows[row].Unit == unit ? weights[row] * residuals[row] : 0)));
    }

    /// <summary>The regressors' coefficients first.</summary>
    public Vector<double> Coefficients { get; }

    /// <summary>Weighted least squares.</summary>
    public static NaivePanelRegression Linear(CohortPanelRow[] rows, IEnumerable<Func<CohortPanelRow, double>> regressors, params Func<CohortPanelRow, object>[] effects)
    {
        var x = Design(rows, regressors, effects);
        var (y, w) = (Of(rows, row => row.Outcome), Of(rows, row => row.Weight));
        var inverse = Inverse(x, w);
        var beta = inverse * (x.Transpose() * w.PointwiseMultiply(y));
        return new(x, w, beta, y - (x * beta), rows, inverse);
    }

    /// <summary>Poisson's likelihood climbed by Newton's steps on all dummies at once.</summary>
    public static NaivePanelRegression Poisson(CohortPanelRow[] rows, IEnumerable<Func<CohortPanelRow, double>> regressors, params Func<CohortPanelRow, object>[] effects)
    {
        var x = Design(rows, regressors, effects);
        var (y, w, offset) = (Of(rows, row => row.Outcome), Of(rows, row => row.Weight), Of(rows, row => Math.Log(row.Exposure ?? 1)));
        var eta = y.Map(count => Math.Log((count + y.Average()) / 2));
        var (beta, inverse, mean) = (Vector<double>.Build.Dense(x.ColumnCount), x, y);
        for (var step = 0; step < 60; step++)
        {
            mean = eta.PointwiseExp();
            inverse = Inverse(x, w.PointwiseMultiply(mean));
            beta = inverse * (x.Transpose() * w.PointwiseMultiply(mean.PointwiseMultiply(eta - offset) + y - mean));
            eta = (x * beta) + offset;
        }

        return new(x, w, beta, y - mean, rows, inverse);
    }

    /// <summary>√(c′ B (Σ s s′) B c) of Σ c β, s the units' sums of scores, c on the first coefficients.</summary>
    public double StandardError(params double[] combination)
    {
        var c = Vector<double>.Build.Dense(Coefficients.Count, i => i < combination.Length ? combination[i] : 0);
        return (scores * (inverse * c)).L2Norm();
    }

    private static Matrix<double> Design(CohortPanelRow[] rows, IEnumerable<Func<CohortPanelRow, double>> regressors, Func<CohortPanelRow, object>[] effects) =>
        Matrix<double>.Build.DenseOfColumnVectors(
        [
            .. regressors.Select(regressor => Of(rows, regressor)),
            .. effects.SelectMany(effect => rows.Select(effect).Distinct().Select(level => Of(rows, row => effect(row).Equals(level) ? 1 : 0))),
        ]);

    private static Matrix<double> Inverse(Matrix<double> x, Vector<double> weights) =>
        (x.Transpose() * Matrix<double>.Build.DenseOfDiagonalVector(weights) * x).PseudoInverse();

    private static Vector<double> Of(CohortPanelRow[] rows, Func<CohortPanelRow, double> value) => Vector<double>.Build.Dense([.. rows.Select(value)]);
}
