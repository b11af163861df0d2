using MathNet.Numerics.LinearAlgebra;

namespace Utvardering.Statistics.Regression;

/// <summary>
/// Weighted least squares by the normal equations, columns scaled to length one and the solution corrected once from its residuals.
/// Columns that the earlier ones explain are dropped, so that the later of two equal columns goes.
/// </summary>
/// <remarks>
/// The correction step (Björck 1987, "Stability Analysis of the Method of Seminormal Equations") gives coefficients nearly as exact as an
/// orthogonal factorisation, at the price of one more pass over the rows.
/// </remarks>
internal sealed class NormalEquations
{
    // The share of a column's own variation that must be left after the earlier columns: far above rounding (1e−14), far below any use.
    private const double Collinear = 1e-10;

    // The share that must be left after fixed effects are taken out; what remains of an absorbed column is rounding, 1e−20 of it.
    private const double Absorbed = 1e-13;

    private NormalEquations(int[] kept, int[] dropped, double[] coefficients, Matrix<double> bread, double[] residuals) =>
        (Kept, Dropped, Coefficients, Bread, Residuals) = (kept, dropped, coefficients, bread, residuals);

    /// <summary>The positions of the columns used, ascending.</summary>
    public int[] Kept { get; }

    /// <summary>The positions of the columns dropped, ascending.</summary>
    public int[] Dropped { get; }

    /// <summary>One for each kept column.</summary>
    public double[] Coefficients { get; }

    /// <summary>(X′WX)⁻¹ of the kept columns.</summary>
    public Matrix<double> Bread { get; }

    /// <summary>y − Xβ.</summary>
    public double[] Residuals { get; }

    /// <summary>Solves min Σ w (y − Xβ)².</summary>
    /// <param name="columns">The regressors, fixed effects taken out.</param>
    /// <param name="outcome">The outcome, fixed effects taken out.</param>
    /// <param name="weights">Weights of the rows; null: all 1.</param>
    /// <param name="lengths">For each column its Σ w x² before fixed effects were taken out; null: as it is.</param>
    public static NormalEquations Solve(double[][] columns, double[] outcome, double[]? weights, double[]? lengths)
    {
        var gram = Gram(columns, weights);
        var (kept, dropped, root) = Factor(gram, lengths);
        var inverse = InverseFrom(root);
        double[][] used = [.. kept.Select(column => columns[column])];
        var scale = kept.Select(column => 1 / Math.Sqrt(gram[column, column])).ToArray();
        var bread = Matrix<double>.Build.Dense(kept.Length, kept.Length, (i, j) => inverse[i, j] * scale[i] * scale[j]);

        var coefficients = new double[kept.Length];
        var residuals = (double[])outcome.Clone();
        for (var pass = 0; pass < 2 && kept.Length > 0; pass++)
        {
            // β ← β + (X′WX)⁻¹ X′W e
            var step = bread * Vector<double>.Build.Dense(Project(used, residuals, weights));
            for (var column = 0; column < used.Length; column++)
            {
                coefficients[column] += step[column];
                VectorMath.AddScaled(residuals, -step[column], used[column]);
            }
        }

        return new(kept, dropped, coefficients, bread, residuals);
    }

    /// <summary>X′WX.</summary>
    public static Matrix<double> Gram(double[][] columns, double[]? weights)
    {
        const int BlockRows = 1024;
        var rows = columns.Length == 0 ? 0 : columns[0].Length;
        var gram = Matrix<double>.Build.Dense(columns.Length, columns.Length);
        var weighted = new double[BlockRows];

        // Blocks of rows stay in the cache while every pair of columns is multiplied.
        for (var start = 0; start < rows; start += BlockRows)
        {
            var length = Math.Min(BlockRows, rows - start);
            for (var i = 0; i < columns.Length; i++)
            {
                ReadOnlySpan<double> left = columns[i].AsSpan(start, length);
                if (weights is not null)
                {
                    VectorMath.Multiply(left, weights.AsSpan(start, length), weighted);
                    left = weighted.AsSpan(0, length);
                }

                for (var j = 0; j <= i; j++)
                {
                    gram[i, j] += VectorMath.Dot(left, columns[j].AsSpan(start, length));
                }
            }
        }

        for (var i = 0; i < columns.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                gram[j, i] = gram[i, j];
            }
        }

        return gram;
    }

    /// <summary>X′Wv.</summary>
    public static double[] Project(double[][] columns, double[] values, double[]? weights)
    {
        if (weights is not null)
        {
            var weighted = new double[values.Length];
            VectorMath.Multiply(values, weights, weighted);
            values = weighted;
        }

        return [.. columns.Select(column => VectorMath.Dot(column, values))];
    }

    /// <summary>Cholesky's factor of the correlations of the columns that are kept, taken in their order.</summary>
    private static (int[] Kept, int[] Dropped, Matrix<double> Root) Factor(Matrix<double> gram, double[]? lengths)
    {
        var kept = new List<int>();
        var dropped = new List<int>();
        var root = Matrix<double>.Build.Dense(gram.RowCount, gram.RowCount);
        for (var column = 0; column < gram.RowCount; column++)
        {
            var length = gram[column, column];
            if (!(length > Absorbed * (lengths?[column] ?? length)))
            {
                dropped.Add(column);
                continue;
            }

            var row = kept.Count;
            var left = 1.0;
            for (var j = 0; j < row; j++)
            {
                var sum = gram[column, kept[j]] / Math.Sqrt(length * gram[kept[j], kept[j]]);
                for (var i = 0; i < j; i++)
                {
                    sum -= root[row, i] * root[j, i];
                }

                root[row, j] = sum / root[j, j];
                left -= root[row, j] * root[row, j];
            }

            // 1 − R² of the column on the earlier ones.
            if (left > Collinear)
            {
                root[row, row] = Math.Sqrt(left);
                kept.Add(column);
            }
            else
            {
                dropped.Add(column);
            }
        }

        return ([.. kept], [.. dropped], root.SubMatrix(0, Math.Max(kept.Count, 1), 0, Math.Max(kept.Count, 1)));
    }

    private static Matrix<double> InverseFrom(Matrix<double> root)
    {
        var size = root.RowCount;
        var inverse = Matrix<double>.Build.Dense(size, size);
        for (var column = 0; column < size && root[0, 0] != 0; column++)
        {
            inverse[column, column] = 1 / root[column, column];
            for (var row = column + 1; row < size; row++)
            {
                var sum = 0.0;
                for (var j = column; j < row; j++)
                {
                    sum -= root[row, j] * inverse[j, column];
                }

                inverse[row, column] = sum / root[row, row];
            }
        }

        // (LL′)⁻¹ = L⁻ᵀ L⁻¹
        return inverse.TransposeThisAndMultiply(inverse);
    }
}
