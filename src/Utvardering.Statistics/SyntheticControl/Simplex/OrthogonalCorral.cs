using System.Runtime.InteropServices;
using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.SyntheticControl.Simplex;

/// <summary>
/// A corral on Householder reflections of the points' differences aᵢ − a₀: as accurate as the data allow. A point that comes in costs one reflection, one that
/// goes a new factorisation; it starts where <see cref="CholeskyCorral"/> ended, so that few go.
/// </summary>
internal sealed class OrthogonalCorral : ICorral
{
    private const double SmallestPivot = 1e-13;

    private readonly SimplexProblem problem;
    private readonly double root;
    private readonly List<int> points = [];
    private readonly List<Reflection> reflections = [];

    // a₀, and what all reflections make of it.
    private readonly double[] origin;
    private readonly double[] target;

    public OrthogonalCorral(SimplexProblem problem)
    {
        (this.problem, root) = (problem, Math.Sqrt(problem.Ridge));
        origin = new double[problem.Rows];
        target = new double[problem.Rows + (problem.Ridge > 0 ? problem.Count + 1 : 0)];
    }

    public ReadOnlySpan<int> Points => CollectionsMarshal.AsSpan(points);

    public bool TryAdd(int point)
    {
        if (points.Count == 0)
        {
            Begin(point);
            return true;
        }

        var column = Difference(point);
        var norm = Math.Sqrt(VectorMath.Dot(column, column));
        Reflect(column);

        // A ridge makes all points independent.
        var left = column.AsSpan(Math.Min(reflections.Count, column.Length));
        if (problem.Ridge == 0 && !(Math.Sqrt(VectorMath.Dot(left, left)) > SmallestPivot * Math.Max(norm, Math.Sqrt(problem.Scale) * SmallestPivot)))
        {
            return false;
        }

        Append(point, column);
        return true;
    }

    public void RemoveAt(int position)
    {
        points.RemoveAt(position);
        int[] kept = [.. points];
        points.Clear();
        reflections.Clear();
        Begin(kept[0]);
        foreach (var point in kept.AsSpan(1))
        {
            var column = Difference(point);
            Reflect(column);
            Append(point, column);
        }
    }

    public void Minimise(Span<double> weights)
    {
        // v minimises ‖a₀ + Σ vᵢ(aᵢ − a₀)‖; the first point gets the rest.
        var right = target[..reflections.Count];
        weights[0] = 1;
        for (var i = reflections.Count - 1; i >= 0; i--)
        {
            var value = -right[i] / reflections[i].Diagonal;
            weights[i + 1] = value;
            weights[0] -= value;
            VectorMath.AddScaled(right.AsSpan(0, i), value, reflections[i].Above);
        }
    }

    private void Begin(int origin)
    {
        points.Add(origin);
        Array.Clear(target);
        problem.Copy(origin, target);
        problem.Copy(origin, this.origin);
        if (problem.Ridge > 0)
        {
            target[problem.Rows] = root;
        }
    }

    // ρ‖w‖² is ‖√ρ w‖²: one more row for each point.
    private double[] Difference(int point)
    {
        var column = new double[problem.Rows + (problem.Ridge > 0 ? points.Count + 1 : 0)];
        problem.Copy(point, column);
        VectorMath.AddScaled(column.AsSpan(0, problem.Rows), -1, origin);
        if (problem.Ridge > 0)
        {
            column[problem.Rows] = -root;
            column[^1] = root;
        }

        return column;
    }

    private void Reflect(double[] column)
    {
        foreach (var reflection in reflections)
        {
            reflection.Apply(column);
        }
    }

    private void Append(int point, double[] column)
    {
        var reflection = new Reflection(column, reflections.Count);
        reflection.Apply(target);
        reflections.Add(reflection);
        points.Add(point);
    }
}
