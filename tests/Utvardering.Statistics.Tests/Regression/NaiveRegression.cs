using MathNet.Numerics.LinearAlgebra;

namespace Utvardering.Statistics.Tests.Regression;

/// <summary>Least squares and its covariances as the textbook writes them: full matrices, n × n where need be.</summary>
internal sealed class NaiveRegression
{
    private readonly Matrix<double> _x;
    private readonly Matrix<double> _w;
    private readonly Matrix<double> _inverse;
    private readonly Vector<double> _residuals;

    public NaiveRegression(double[][] columns, double[] outcome, double[]? weights)
    {
        _x = Matrix<double>.Build.DenseOfColumnArrays(columns);
        _w = Matrix<double>.Build.DenseOfDiagonalArray(weights ?? [.. outcome.Select(_ => 1.0)]);
        _inverse = (_x.Transpose() * _w * _x).Inverse();
        Coefficients = _inverse * _x.Transpose() * _w * Vector<double>.Build.Dense(outcome);
        _residuals = Vector<double>.Build.Dense(outcome) - (_x * Coefficients);
    }

    public Vector<double> Coefficients { get; }

    public Matrix<double> Hat => _x * _inverse * _x.Transpose() * _w;

    private Matrix<double> Bread => _inverse * _x.Transpose() * _w;

    /// <summary>B X′W Ω WX B with any Ω.</summary>
    public Matrix<double> Sandwich(Func<int, int, double> omega) =>
        Bread * Matrix<double>.Build.Dense(_x.RowCount, _x.RowCount, (i, j) => omega(i, j) * _residuals[i] * _residuals[j]) * Bread.Transpose();

    public Matrix<double> Classical(int parameters) => _inverse * ((_residuals * _w * _residuals) / (_x.RowCount - parameters));

    /// <summary>CR2 with its degrees of freedom for one coefficient, by n × n matrices.</summary>
    public (double Variance, double Degrees) BiasReduced(int[] clusters, int coefficient)
    {
        var n = _x.RowCount;
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
            var a = root * pick * (Bread.Transpose() * Vector<double>.Build.Dense(_x.ColumnCount, i => i == coefficient ? 1 : 0));
            variance += Math.Pow(a * (pick * _residuals), 2);
            p.SetColumn(index, (pick * remaining).Transpose() * a);
        }

        var products = p.Transpose() * p;
        return (variance, Math.Pow(products.Trace(), 2) / (products * products).Trace());
    }
}
