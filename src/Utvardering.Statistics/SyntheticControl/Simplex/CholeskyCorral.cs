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

    private readonly SimplexProblem _problem;
    private readonly int[] _points;
    private readonly double[] _factor;
    private readonly int _stride;
    private int _count;

    public CholeskyCorral(SimplexProblem problem)
    {
        _problem = problem;

        // Without a ridge no more than rows + 1 points are affinely independent.
        _stride = problem.Ridge > 0 ? problem.Count : Math.Min(problem.Count, problem.Rows + 2);
        _points = new int[_stride];
        _factor = new double[_stride * _stride];
    }

    public ReadOnlySpan<int> Points => _points.AsSpan(0, _count);

    public bool TryAdd(int point)
    {
        if (_count == _stride)
        {
            return false;
        }

        var row = Row(_count);
        var sigma = Sigma;
        for (var i = 0; i < _count; i++)
        {
            var other = Row(i);
            row[i] = (sigma + _problem.Product(_points[i], point) - VectorMath.Dot(other[..i], row[..i])) / other[i];
        }

        var diagonal = sigma + _problem.Product(point, point);
        var pivot = diagonal - VectorMath.Dot(row[.._count], row[.._count]);
        if (pivot <= SmallestPivot * diagonal)
        {
            return false;
        }

        row[_count] = Math.Sqrt(pivot);
        _points[_count++] = point;
        return true;
    }

    public void RemoveAt(int position)
    {
        for (var i = position + 1; i < _count; i++)
        {
            Row(i)[..(i + 1)].CopyTo(Row(i - 1));
            _points[i - 1] = _points[i];
        }

        _count--;

        // The rows moved up carry one element beyond the diagonal: rotations of neighbouring columns take it away.
        for (var i = position; i < _count; i++)
        {
            var row = Row(i);
            var norm = double.Hypot(row[i], row[i + 1]);
            var (cosine, sine) = (row[i] / norm, row[i + 1] / norm);
            for (var below = i; below < _count; below++)
            {
                var other = Row(below);
                (other[i], other[i + 1]) = ((cosine * other[i]) + (sine * other[i + 1]), (cosine * other[i + 1]) - (sine * other[i]));
            }
        }
    }

    public void Minimise(Span<double> weights)
    {
        // The nearest point solves A'Av = μ1, 1'v = 1; (σ11' + A'A)u = 1 has u in that direction.
        for (var i = 0; i < _count; i++)
        {
            var row = Row(i);
            weights[i] = (1 - VectorMath.Dot(row[..i], weights[..i])) / row[i];
        }

        for (var i = _count - 1; i >= 0; i--)
        {
            var row = Row(i);
            weights[i] /= row[i];
            for (var j = 0; j < i; j++)
            {
                weights[j] -= row[j] * weights[i];
            }
        }

        var sum = 0.0;
        for (var i = 0; i < _count; i++)
        {
            sum += weights[i];
        }

        for (var i = 0; i < _count; i++)
        {
            weights[i] /= sum;
        }
    }

    private double Sigma => _problem.Scale > 0 ? _problem.Scale : 1;

    private Span<double> Row(int index) => _factor.AsSpan(index * _stride, _stride);
}
