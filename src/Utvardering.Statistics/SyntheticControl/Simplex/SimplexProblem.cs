using System.Runtime.Intrinsics;
using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.SyntheticControl.Simplex;

/// <summary>The nearest point to the origin in the convex hull of points: columns less their target.</summary>
internal sealed class SimplexProblem
{
    private const int None = -1;

    private readonly double[] points;
    private readonly double[] squares;
    private readonly double[] residual;
    private readonly int leftOut;

    /// <param name="points">count × rows, one point after the other.</param>
    /// <param name="count">The number of points.</param>
    /// <param name="rows">Their dimension.</param>
    /// <param name="ridge">ρ in ‖Σ wⱼaⱼ‖² + ρ‖w‖².</param>
    public SimplexProblem(double[] points, int count, int rows, double ridge)
        : this(points, Squares(points, count, rows), rows, ridge, None)
    {
    }

    private SimplexProblem(double[] points, double[] squares, int rows, double ridge, int leftOut)
    {
        (this.points, this.squares, residual, this.leftOut) = (points, squares, new double[rows], leftOut);
        (Count, Rows, Ridge) = (squares.Length, rows, ridge);
        var largest = 0.0;
        for (var j = 0; j < Count; j++)
        {
            largest = Math.Max(largest, squares[j] - LeftOut(j, j));
        }

        Scale = largest + ridge;
    }

    public int Count { get; }

    public int Rows { get; }

    public double Ridge { get; }

    /// <summary>The largest squared norm of a point: what rounding is relative to.</summary>
    public double Scale { get; }

    /// <summary>The same points with one coordinate zero.</summary>
    public SimplexProblem Without(int row) => new(points, squares, Rows, Ridge, row);

    /// <summary>Writes a point.</summary>
    public void Copy(int index, Span<double> point)
    {
        Whole(index).CopyTo(point);
        if (leftOut != None)
        {
            point[leftOut] = 0;
        }
    }

    /// <summary>All points, one after the other.</summary>
    public double[] Points()
    {
        var points = new double[Count * Rows];
        for (var j = 0; j < Count; j++)
        {
            Copy(j, points.AsSpan(j * Rows, Rows));
        }

        return points;
    }

    /// <summary>aᵢ'aⱼ, plus ρ where i = j.</summary>
    public double Product(int i, int j) => i == j ? squares[i] - LeftOut(i, i) + Ridge : VectorMath.Dot(Whole(i), Whole(j)) - LeftOut(i, j);

    /// <summary>Writes g = A'Aw + ρw, half the gradient, and returns the level λ = w'g that it has on the support at the optimum.</summary>
    public double Gradient(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        Combine(weights);
        var j = 0;
        for (; j + 4 <= Count; j += 4)
        {
            VectorMath.Dot(Whole(j), Whole(j + 1), Whole(j + 2), Whole(j + 3), residual).CopyTo(gradient[j..]);
        }

        for (; j < Count; j++)
        {
            gradient[j] = VectorMath.Dot(Whole(j), residual);
        }

        VectorMath.AddScaled(gradient[..Count], Ridge, weights);
        return VectorMath.Dot(residual, residual) + (Ridge * VectorMath.Dot(weights, weights));
    }

    /// <summary>‖Σ wⱼaⱼ‖².</summary>
    public double SumOfSquares(ReadOnlySpan<double> weights)
    {
        Combine(weights);
        return VectorMath.Dot(residual, residual);
    }

    private ReadOnlySpan<double> Whole(int index) => points.AsSpan(index * Rows, Rows);

    private double LeftOut(int i, int j) => leftOut == None ? 0 : points[(i * Rows) + leftOut] * points[(j * Rows) + leftOut];

    private void Combine(ReadOnlySpan<double> weights)
    {
        Array.Clear(residual);
        for (var j = 0; j < Count; j++)
        {
            if (weights[j] != 0)
            {
                VectorMath.AddScaled(residual, weights[j], Whole(j));
            }
        }

        if (leftOut != None)
        {
            residual[leftOut] = 0;
        }
    }

    private static double[] Squares(double[] points, int count, int rows)
    {
        var squares = new double[count];
        for (var j = 0; j < count; j++)
        {
            var point = points.AsSpan(j * rows, rows);
            squares[j] = VectorMath.Dot(point, point);
        }

        return squares;
    }
}
