namespace Utvardering.Statistics.SyntheticControl.Simplex;

/// <summary>Wolfe's algorithm on a corral: major steps take a point in, minor steps drop points until all weights are positive.</summary>
internal static class WolfeDescent
{
    // Gradients are right to about 1E−15 of the scale; a difference below this is a tie.
    private const double EntryTolerance = 1e-13;

    // A weight below this is rounding.
    private const double SmallestWeight = 1e-13;

    /// <summary>Runs to the optimum. The weights, zero or those of the start's points, are overwritten.</summary>
    public static void Run(SimplexProblem problem, ICorral corral, ReadOnlySpan<int> start, double[] weights)
    {
        Begin(problem, corral, start, weights);
        Span<double> gradient = new double[problem.Count];
        var refused = new bool[problem.Count];
        var buffer = new double[problem.Count + 1];
        for (var step = 0; step < StepLimit(problem); step++)
        {
            var level = problem.Gradient(weights, gradient);
            var entering = Entering(gradient, refused, level - (EntryTolerance * problem.Scale));
            if (entering < 0)
            {
                return;
            }

            // A point that cannot come in, or goes out again at once, is tied: it waits until the corral has changed.
            if (corral.TryAdd(entering) && Settle(corral, weights, buffer, entering))
            {
                Array.Clear(refused);
            }
            else
            {
                refused[entering] = true;
            }
        }
    }

    // Finite in theory; the limit is far above the steps ever seen (about twice the support) and a result that met it fails its KKT check.
    private static int StepLimit(SimplexProblem problem) => 100 + (20 * problem.Count);

    private static void Begin(SimplexProblem problem, ICorral corral, ReadOnlySpan<int> start, double[] weights)
    {
        foreach (var point in start)
        {
            if (!corral.TryAdd(point))
            {
                weights[point] = 0;
            }
        }

        if (corral.Points.IsEmpty)
        {
            corral.TryAdd(Nearest(problem));
        }

        var sum = 0.0;
        foreach (var point in corral.Points)
        {
            sum += weights[point];
        }

        foreach (var point in corral.Points)
        {
            weights[point] = sum > 0 ? weights[point] / sum : 1.0 / corral.Points.Length;
        }

        Settle(corral, weights, new double[problem.Count + 1], entering: -1);
    }

    private static int Nearest(SimplexProblem problem)
    {
        var (nearest, least) = (0, double.PositiveInfinity);
        for (var j = 0; j < problem.Count; j++)
        {
            var square = problem.Product(j, j);
            (nearest, least) = square < least ? (j, square) : (nearest, least);
        }

        return nearest;
    }

    private static int Entering(ReadOnlySpan<double> gradient, bool[] refused, double below)
    {
        var entering = -1;
        for (var j = 0; j < gradient.Length; j++)
        {
            if (gradient[j] < below && !refused[j])
            {
                (entering, below) = (j, gradient[j]);
            }
        }

        return entering;
    }

    /// <summary>Minor steps. False when nothing came of it but that the entering point left again.</summary>
    private static bool Settle(ICorral corral, double[] weights, double[] nearest, int entering)
    {
        var changed = true;
        while (true)
        {
            corral.Minimise(nearest);
            var (leaving, share) = Leaving(corral.Points, weights, nearest);
            var points = corral.Points;
            for (var i = 0; i < points.Length; i++)
            {
                // w ← w + θ(v − w)
                weights[points[i]] = leaving < 0 ? nearest[i] : weights[points[i]] + (share * (nearest[i] - weights[points[i]]));
            }

            if (leaving < 0)
            {
                return changed;
            }

            changed &= points[leaving] != entering;
            weights[points[leaving]] = 0;
            corral.RemoveAt(leaving);
        }
    }

    // The point whose weight first reaches zero on the way from w to v, and θ, how far along the way that is.
    private static (int Position, double Share) Leaving(ReadOnlySpan<int> points, double[] weights, double[] nearest)
    {
        var (leaving, share) = (-1, double.PositiveInfinity);
        for (var i = 0; i < points.Length && points.Length > 1; i++)
        {
            if (nearest[i] <= SmallestWeight)
            {
                var weight = weights[points[i]];
                var reached = nearest[i] > 0 ? 1 : weight <= 0 ? 0 : weight / (weight - nearest[i]);
                (leaving, share) = reached < share ? (i, reached) : (leaving, share);
            }
        }

        return (leaving, share);
    }
}
