using MathNet.Numerics.LinearAlgebra;

namespace Utvardering.Statistics.Tests.Regression;

/// <summary>Least squares and its covariances as the textbook writes them: full matrices, n × n where need be.</summary>
internal sealed class NaiveRegression
{
    private readonly Matrix<double> x;
    private readonly Matrix<double> w;
    private readonly Matrix<double> inverse;
    private readonly Vector<double> residuals;

    public NaiveRegression(double[][] columns, double[] outcome, double[]? weights)
    {
        x = Matrix<double>.Build.DenseOfColumnArrays(columns);
        w = Matrix<double>.Build.DenseOfDiagonalArray(weights ?? [.. outcome.Select(_ => 1.0)]);
        inverse = (x.Transpose() * w * x).Inverse();
        Coefficients = inverse * x.Transpose() * w * Vector<double>.Build.Dense(outcome);
        residuals = Vector<double>.Build.Dense(outcome) - (x * Coefficients);
    }

    public Vector<double> Coefficients { get; }

    public Matrix<double> Hat => x * inverse * x.Transpose() * w;

    private Matrix<double> Bread => inverse * x.Transpose() * w;

    /// <summary>B X′W Ω WX B with any Ω.</summary>
    public Matrix<double> Sandwich(Func<int, int, double> omega) =>
        Bread * Matrix<double>.Build.Dense(x.RowCount, x.RowCount, (i, j) => omega(i, j) * residuals[i] * residuals[j]) * Bread.Transpose();

    public Matrix<double> Classical(int parameters) => inverse * ((residuals * w * residuals) / (x.RowCount - parameters));

    /// <summary>CR2 with its degrees of freedom for one coefficient, by n × n matrices.</summary>
    public (double Variance, double Degrees) BiasReduced(int[] clusters, int coefficient)
    {
        var n = x.RowCount;
        var remaining = Matrix<double>.Build.DenseIdentity(n) - Hat;
        var groups = clusters.Distinct().Select(cluster => Enumerable.Range(0, n).Where(row => clusters[row] == cluster).ToArray()).ToArray();
        var variance = 0.0;
        var p = Matrix<double>.Build.Dense(n, groups.Length);
        foreach (var (index, rows) in groups.Index())
        {
            var pick = Matrix<double>.Build.Dense(rows.Length, n, (i, j) => rows[i] == j ? 1 : 0);
            var b = pick * remaining * remaining.Transpose() * pick.Transpose();
            var eigen = b.Evd();
            var root = eigen.EigenVectors * Matrix<double>.Build.DenseOfDiagonalVector(eigen.EigenValues.Map(value => value.Real < 1e-9 ? 0 : Math.Pow(value.Real, -0.5))) * eigen.EigenVectors.Transpose();
            var a = root * pick * (Bread.Transpose() * Vector<double>.Build.Dense(x.ColumnCount, i => i == coefficient ? 1 : 0));
            variance += Math.Pow(a * (pick * residuals), 2);
            p.SetColumn(index, (pick * remaining).Transpose() * a);
        }

        var products = p.Transpose() * p;
        return (variance, Math.Pow(products.Trace(), 2) / (products * products).Trace());
    }
}
