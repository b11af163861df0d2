namespace Utvardering.Statistics.SyntheticControl;

/// <summary>Descent of a simplex of points, which needs values only.</summary>
/// <remarks>
/// Nelder and Mead (1965), with the factors for several dimensions of Gao and Han (2012), "Implementing the Nelder–Mead simplex
/// algorithm with adaptive parameters". Ties keep the older point, so that the course is fixed by the values.
/// </remarks>
internal static class NelderMead
{
    private const double Spread = 1e-11;

    /// <summary>The best point met within a number of steps, or when all points have the same value to eleven digits.</summary>
    public static (double[] Point, double Value) Minimise(Func<double[], double> function, double[] start, double step, int steps)
    {
        var size = start.Length;
        var (expansion, contraction, shrinkage) = (1 + (2.0 / size), 0.75 - (0.5 / size), 1 - (1.0 / size));
        var simplex = Enumerable.Range(0, size + 1).Select(vertex =>
        {
            var point = start.ToArray();
            if (vertex > 0)
            {
                point[vertex - 1] += step;
            }

            return (Point: point, Value: function(point));
        }).OrderBy(vertex => vertex.Value).ToArray();

        for (var i = 0; i < steps && simplex[^1].Value - simplex[0].Value > Spread * Math.Abs(simplex[0].Value); i++)
        {
            var centre = Centre(simplex);
            (double[] Point, double Value) At(double factor)
            {
                double[] point = [.. centre.Zip(simplex[^1].Point, (middle, worst) => middle + (factor * (middle - worst)))];
                return (point, function(point));
            }

            var reflected = At(1);
            if (reflected.Value < simplex[0].Value)
            {
                var expanded = At(expansion);
                Insert(simplex, expanded.Value < reflected.Value ? expanded : reflected);
                continue;
            }

            if (reflected.Value < simplex[^2].Value)
            {
                Insert(simplex, reflected);
                continue;
            }

            var contracted = At(reflected.Value < simplex[^1].Value ? contraction : -contraction);
            if (contracted.Value < Math.Min(reflected.Value, simplex[^1].Value))
            {
                Insert(simplex, contracted);
                continue;
            }

            simplex = Shrunk(simplex, shrinkage, function);
        }

        return simplex[0];
    }

    private static double[] Centre((double[] Point, double Value)[] simplex)
    {
        var centre = new double[simplex.Length - 1];
        foreach (var (point, _) in simplex.AsSpan(0, centre.Length))
        {
            for (var k = 0; k < centre.Length; k++)
            {
                centre[k] += point[k] / centre.Length;
            }
        }

        return centre;
    }

    // In the place of the worst, moved to where it belongs.
    private static void Insert((double[] Point, double Value)[] simplex, (double[] Point, double Value) vertex)
    {
        var place = simplex.Length - 1;
        for (; place > 0 && simplex[place - 1].Value > vertex.Value; place--)
        {
            simplex[place] = simplex[place - 1];
        }

        simplex[place] = vertex;
    }

    private static (double[] Point, double Value)[] Shrunk((double[] Point, double Value)[] simplex, double factor, Func<double[], double> function)
    {
        var best = simplex[0];
        return
        [
            .. simplex.Select((vertex, i) =>
            {
                if (i == 0)
                {
                    return best;
                }

                double[] point = [.. best.Point.Zip(vertex.Point, (near, far) => near + (factor * (far - near)))];
                return (Point: point, Value: function(point));
            }).OrderBy(vertex => vertex.Value),
        ];
    }
}
