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
    // The share of a column's squares that must be left after fixed effects are taken out: of an absorbed column only rounding is left.
    private const double Absorbed = 1e-16;

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
        var (kept, dropped, bread) = OrderedCholesky.Invert(gram, lengths, Absorbed);
        double[][] used = [.. kept.Select(column => columns[column])];
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
}
