using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.SyntheticControl.Simplex;

/// <summary>The nearest point to the origin in the convex hull of points: columns less their target.</summary>
/// <param name="points">count × rows, one point after the other.</param>
/// <param name="count">The number of points.</param>
/// <param name="rows">Their dimension.</param>
/// <param name="ridge">ρ in ‖Σ wⱼaⱼ‖² + ρ‖w‖².</param>
internal sealed class SimplexProblem(double[] points, int count, int rows, double ridge)
{
    private readonly double[] residual = new double[rows];

    public int Count => count;

    public int Rows => rows;

    public double Ridge => ridge;

    /// <summary>The largest squared norm of a point: what rounding is relative to.</summary>
    public double Scale { get; } = LargestSquare(points, count, rows) + ridge;

    public ReadOnlySpan<double> Point(int index) => points.AsSpan(index * rows, rows);

    /// <summary>All points, one after the other, to be changed at will.</summary>
    public double[] Points() => [.. points];

    /// <summary>aᵢ'aⱼ, plus ρ where i = j.</summary>
    public double Product(int i, int j) => VectorMath.Dot(Point(i), Point(j)) + (i == j ? ridge : 0);

    /// <summary>Writes g = A'Aw + ρw, half the gradient, and returns the level λ = w'g that it has on the support at the optimum.</summary>
    public double Gradient(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        Combine(weights);
        var level = VectorMath.Dot(residual, residual);
        for (var j = 0; j < count; j++)
        {
            gradient[j] = VectorMath.Dot(Point(j), residual) + (ridge * weights[j]);
            level += ridge * weights[j] * weights[j];
        }

        return level;
    }

    /// <summary>‖Σ wⱼaⱼ‖².</summary>
    public double SumOfSquares(ReadOnlySpan<double> weights)
    {
        Combine(weights);
        return VectorMath.Dot(residual, residual);
    }

    private void Combine(ReadOnlySpan<double> weights)
    {
        Array.Clear(residual);
        for (var j = 0; j < count; j++)
        {
            if (weights[j] != 0)
            {
                VectorMath.AddScaled(residual, weights[j], Point(j));
            }
        }
    }

    private static double LargestSquare(double[] points, int count, int rows)
    {
        var largest = 0.0;
        for (var j = 0; j < count; j++)
        {
            var point = points.AsSpan(j * rows, rows);
            largest = Math.Max(largest, VectorMath.Dot(point, point));
        }

        return largest;
    }
}
