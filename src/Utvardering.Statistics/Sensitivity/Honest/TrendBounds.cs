using MathNet.Numerics.LinearAlgebra;

namespace Utvardering.Statistics.Sensitivity;

/// <summary>Differences in trends δ with Aδ ≤ d: a polyhedron over all periods but the reference, where δ = 0.</summary>
/// <param name="Matrix">A, bounds × periods.</param>
/// <param name="Limits">d.</param>
internal sealed record TrendBounds(Matrix<double> Matrix, Vector<double> Limits)
{
    /// <summary>Smoothness: |δ(t + 1) − 2δ(t) + δ(t − 1)| ≤ M.</summary>
    public static IEnumerable<TrendBounds> Smoothness(int pre, int post, double bound)
    {
        var second = Differences(FirstDifferences(pre, post), pre + post - 1);
        var matrix = WithoutReference(second.Stack(-second), pre);
        yield return new(matrix, Vector<double>.Build.Dense(matrix.RowCount, bound));
    }

    /// <summary>
    /// Relative magnitudes: |δ(t + 1) − δ(t)| after treatment at most M̄ times the largest before. The union, over which change before treatment is the
    /// largest and its sign, of polyhedra.
    /// </summary>
    public static IEnumerable<TrendBounds> RelativeMagnitudes(int pre, int post, double bound)
    {
        var first = FirstDifferences(pre, post);
        for (var largest = 0; largest < pre; largest++)
        {
            foreach (var sign in new[] { 1, -1 })
            {
                var limit = Matrix<double>.Build.Dense(pre + post, pre + post + 1, (row, column) => (row < pre ? 1 : bound) * sign * first[largest, column]);
                var all = (first - limit).Stack(-first - limit);

                // The row of the largest change itself says 0 ≤ 0.
                var kept = Enumerable.Range(0, all.RowCount).Where(row => all.Row(row).L2Norm() > 1e-10);
                var matrix = WithoutReference(Matrix<double>.Build.DenseOfRowVectors(kept.Select(row => all.Row(row))), pre);
                yield return new(matrix, Vector<double>.Build.Dense(matrix.RowCount));
            }
        }
    }

    private static Matrix<double> FirstDifferences(int pre, int post) => Differences(Matrix<double>.Build.DenseIdentity(pre + post + 1), pre + post);

    private static Matrix<double> Differences(Matrix<double> rows, int count) => Matrix<double>.Build.Dense(count, rows.ColumnCount, (i, j) => rows[i + 1, j] - rows[i, j]);

    private static Matrix<double> WithoutReference(Matrix<double> matrix, int pre) => matrix.RemoveColumn(pre);
}
