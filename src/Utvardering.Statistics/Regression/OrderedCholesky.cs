using MathNet.Numerics.LinearAlgebra;

namespace Utvardering.Statistics.Regression;

/// <summary>Inverts a matrix of products of columns that may be linearly dependent: a column that the earlier ones explain is left out.</summary>
internal static class OrderedCholesky
{
    // The share of a column's squares that must be left after the earlier columns: far above rounding (1e−14), far below any use.
    private const double Collinear = 1e-10;

    /// <summary>The inverse on the columns kept.</summary>
    /// <param name="gram">X′WX.</param>
    /// <param name="lengths">For each column its squares before something was taken out of it; null: nothing was.</param>
    /// <param name="absorbed">The share of these squares below which a column counts as taken out whole.</param>
    public static (int[] Kept, int[] Dropped, Matrix<double> Inverse) Invert(Matrix<double> gram, double[]? lengths, double absorbed)
    {
        var kept = new List<int>();
        var dropped = new List<int>();
        var root = new double[gram.RowCount][];
        for (var column = 0; column < gram.RowCount; column++)
        {
            var length = gram[column, column];
            if (length > 0 && length > absorbed * (lengths?[column] ?? 0) && NextRow(gram, kept, root, column))
            {
                kept.Add(column);
            }
            else
            {
                dropped.Add(column);
            }
        }

        var inverse = InverseOf(root.AsSpan(0, kept.Count));
        var scale = kept.Select(column => 1 / Math.Sqrt(gram[column, column])).ToArray();
        return (
            [.. kept],
            [.. dropped],
            Matrix<double>.Build.Dense(Math.Max(kept.Count, 1), Math.Max(kept.Count, 1), (i, j) => kept.Count == 0 ? 0 : inverse[i][j] * scale[i] * scale[j]));
    }

    /// <summary>Cholesky's factor of the correlations, one row at a time; false when nothing is left of the column.</summary>
    private static bool NextRow(Matrix<double> gram, List<int> kept, double[][] root, int column)
    {
        var row = new double[kept.Count + 1];
        var left = 1.0;
        for (var j = 0; j < kept.Count; j++)
        {
            var correlation = gram[column, kept[j]] / Math.Sqrt(gram[column, column] * gram[kept[j], kept[j]]);
            row[j] = (correlation - VectorMath.Dot(row.AsSpan(0, j), root[j])) / root[j][j];
            left -= row[j] * row[j];
        }

        // left = 1 − R² of the column on the earlier ones
        row[^1] = Math.Sqrt(Math.Max(left, 0));
        root[kept.Count] = row;
        return left > Collinear;
    }

    private static double[][] InverseOf(ReadOnlySpan<double[]> root)
    {
        // Columns of L⁻¹, by forward substitution; then (LL′)⁻¹ = L⁻ᵀ L⁻¹.
        var columns = new double[root.Length][];
        for (var column = 0; column < root.Length; column++)
        {
            var values = columns[column] = new double[root.Length];
            values[column] = 1 / root[column][column];
            for (var row = column + 1; row < root.Length; row++)
            {
                values[row] = -VectorMath.Dot(root[row].AsSpan(column, row - column), values.AsSpan(column)) / root[row][row];
            }
        }

        var inverse = new double[root.Length][];
        for (var i = 0; i < inverse.Length; i++)
        {
            inverse[i] = new double[inverse.Length];
            for (var j = 0; j <= i; j++)
            {
                inverse[i][j] = inverse[j][i] = VectorMath.Dot(columns[i].AsSpan(i), columns[j].AsSpan(i));
            }
        }

        return inverse;
    }
}
