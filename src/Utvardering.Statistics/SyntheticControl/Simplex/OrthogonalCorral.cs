using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.SyntheticControl.Simplex;

/// <summary>
/// A corral that is factorised anew by Householder reflections of the points' differences: dear, but as accurate as the data allow.
/// It starts where <see cref="CholeskyCorral"/> ended and mostly has one factorisation to do.
/// </summary>
internal sealed class OrthogonalCorral(SimplexProblem problem) : ICorral
{
    private const double SmallestPivot = 1e-13;

    private readonly List<int> points = [];
    private readonly double root = Math.Sqrt(problem.Ridge);
    private double[] matrix = [];

    public ReadOnlySpan<int> Points => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(points);

    private int Columns => points.Count - 1;

    // ρ‖w‖² is ‖√ρ w‖²: one more row for each point.
    private int Rows => problem.Rows + (problem.Ridge > 0 ? points.Count : 0);

    public bool TryAdd(int point)
    {
        points.Add(point);

        // A ridge makes all points independent: no factorisation is needed to see it.
        if (problem.Ridge == 0 && Columns > 0 && (Columns > Rows || !LastIsIndependent()))
        {
            points.RemoveAt(Columns);
            return false;
        }

        return true;
    }

    public void RemoveAt(int position) => points.RemoveAt(position);

    public void Minimise(Span<double> weights)
    {
        // v minimises ‖a₀ + Σ vᵢ(aᵢ − a₀)‖; the first point gets the rest.
        Fill();
        for (var column = 0; column < Columns; column++)
        {
            Reflect(column);
        }

        var target = matrix.AsSpan(Columns * Rows, Rows);
        var rest = 1.0;
        for (var i = Columns - 1; i >= 0; i--)
        {
            var value = -target[i] / matrix[(i * Rows) + i];
            weights[i + 1] = value;
            rest -= value;
            VectorMath.AddScaled(target[..i], value, matrix.AsSpan(i * Rows, i));
        }

        weights[0] = rest;
    }

    private bool LastIsIndependent()
    {
        Fill();
        var last = matrix.AsSpan((Columns - 1) * Rows, Rows);
        var norm = Math.Sqrt(VectorMath.Dot(last, last));
        for (var column = 0; column < Columns; column++)
        {
            Reflect(column);
        }

        return Math.Abs(last[Columns - 1]) > SmallestPivot * Math.Max(norm, Math.Sqrt(problem.Scale) * SmallestPivot);
    }

    // Columns aᵢ − a₀, then a₀ itself.
    private void Fill()
    {
        var size = points.Count * Rows;
        if (matrix.Length < size)
        {
            matrix = new double[2 * size];
        }

        Array.Clear(matrix, 0, size);
        var origin = problem.Point(points[0]);
        for (var i = 0; i < Columns; i++)
        {
            var column = matrix.AsSpan(i * Rows, Rows);
            problem.Point(points[i + 1]).CopyTo(column);
            VectorMath.AddScaled(column[..problem.Rows], -1, origin);
            if (problem.Ridge > 0)
            {
                column[problem.Rows] = -root;
                column[problem.Rows + i + 1] = root;
            }
        }

        var target = matrix.AsSpan(Columns * Rows, Rows);
        origin.CopyTo(target);
        if (problem.Ridge > 0)
        {
            target[problem.Rows] = root;
        }
    }

    // One Householder reflection, applied to the columns after it and to the target; the diagonal holds R.
    private void Reflect(int index)
    {
        var column = matrix.AsSpan((index * Rows) + index, Rows - index);
        var norm = Math.Sqrt(VectorMath.Dot(column, column));
        if (norm == 0)
        {
            return;
        }

        var diagonal = column[0] > 0 ? -norm : norm;
        column[0] -= diagonal;
        var half = -diagonal * column[0];
        for (var other = index + 1; other <= Columns; other++)
        {
            var changed = matrix.AsSpan((other * Rows) + index, Rows - index);
            VectorMath.AddScaled(changed, -VectorMath.Dot(column, changed) / half, column);
        }

        column[0] = diagonal;
    }
}
