using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.SyntheticControl.Simplex;

/// <summary>
/// A corral on the Cholesky factor L of M = σ11' + A'A, which is positive definite exactly when the points are affinely independent.
/// Points come and go at the cost of the square of their number.
/// </summary>
internal sealed class CholeskyCorral : ICorral
{
    // Below this share of the diagonal a pivot is rounding; the orthogonal corral decides on such points.
    private const double SmallestPivot = 1e-12;

    private readonly SimplexProblem problem;
    private readonly int[] points;
    private readonly double[]?[] rows;
    private readonly int stride;
    private int count;

    public CholeskyCorral(SimplexProblem problem)
    {
        this.problem = problem;

        // Without a ridge no more than rows + 1 points are affinely independent.
        stride = problem.Ridge > 0 ? problem.Count : Math.Min(problem.Count, problem.Rows + 2);
        points = new int[stride];
        rows = new double[stride][];
    }

    public ReadOnlySpan<int> Points => points.AsSpan(0, count);

    public bool TryAdd(int point)
    {
        if (count == stride)
        {
            return false;
        }

        var row = Row(count);
        var sigma = Sigma;
        for (var i = 0; i < count; i++)
        {
            var other = Row(i);
            row[i] = (sigma + problem.Product(points[i], point) - VectorMath.Dot(other.AsSpan(0, i), row)) / other[i];
        }

        var diagonal = sigma + problem.Product(point, point);
        var pivot = diagonal - VectorMath.Dot(row.AsSpan(0, count), row);
        if (pivot <= SmallestPivot * diagonal)
        {
            return false;
        }

        row[count] = Math.Sqrt(pivot);
        points[count++] = point;
        return true;
    }

    public void RemoveAt(int position)
    {
        for (var i = position + 1; i < count; i++)
        {
            Row(i).AsSpan(0, i + 1).CopyTo(Row(i - 1));
            points[i - 1] = points[i];
        }

        count--;

        // The rows moved up carry one element beyond the diagonal: rotations of neighbouring columns take it away.
        for (var i = position; i < count; i++)
        {
            var row = Row(i);
            var norm = double.Hypot(row[i], row[i + 1]);
            var (cosine, sine) = (row[i] / norm, row[i + 1] / norm);
            for (var below = i; below < count; below++)
            {
                var other = Row(below);
                (other[i], other[i + 1]) = ((cosine * other[i]) + (sine * other[i + 1]), (cosine * other[i + 1]) - (sine * other[i]));
            }
        }
    }

    public void Minimise(Span<double> weights)
    {
        // The nearest point solves A'Av = μ1, 1'v = 1; (σ11' + A'A)u = 1 has u in that direction.
        for (var i = 0; i < count; i++)
        {
            var row = Row(i);
            weights[i] = (1 - VectorMath.Dot(row.AsSpan(0, i), weights)) / row[i];
        }

        for (var i = count - 1; i >= 0; i--)
        {
            var row = Row(i);
            weights[i] /= row[i];
            VectorMath.AddScaled(weights[..i], -weights[i], row);
        }

        var sum = 0.0;
        for (var i = 0; i < count; i++)
        {
            sum += weights[i];
        }

        for (var i = 0; i < count; i++)
        {
            weights[i] /= sum;
        }
    }

    private double Sigma => problem.Scale > 0 ? problem.Scale : 1;

    private double[] Row(int index) => rows[index] ??= new double[stride];
}
