namespace Utvardering.Statistics.SyntheticControl.Simplex;

/// <summary>Least squares with weights that are not negative and sum to one, solved exactly.</summary>
/// <remarks>
/// <para>
/// min ‖Xw − y‖² + ρ‖w‖² subject to w ≥ 0, Σw = 1. As Σw = 1, Xw − y = Σ wⱼ(xⱼ − y): the problem is to find the point of a polytope nearest
/// the origin. Wolfe's active-set algorithm finds it in finitely many steps: it keeps an affinely independent set of points (a corral), goes to
/// the nearest point of their affine hull, drops points on the way whose weight would become negative, and takes in a point with a smaller
/// gradient than the level, until there is none. It runs first on an updated Cholesky factor, then once more from there on orthogonal
/// factorisations, whose accuracy does not suffer from the squaring of the condition number.
/// </para>
/// <para>
/// A ridge that counts makes most weights positive, which is much work for an algorithm that takes in one point at a time: such problems are solved
/// in their dual, as exactly (<see cref="RidgedWeights"/>).
/// </para>
/// <para>
/// When several weights give the same fit, which is the rule when there are more donors than periods and the treated lies among them,
/// those with the smallest sum of squares are taken (they treat equal columns equally), and the solution says so.
/// </para>
/// <para>The steps depend on the numbers only: no random start, no tolerance that trades accuracy for time.</para>
/// <para>Wolfe (1976), "Finding the nearest point in a polytope", Mathematical Programming 11, 128–149.</para>
/// </remarks>
/// <seealso href="https://doi.org/10.1007/BF01580381"/>
public static class SimplexLeastSquares
{
    /// <summary>Solves for one target.</summary>
    /// <param name="columns">X: rows × columns, such as periods × donors.</param>
    /// <param name="target">y: one value for each row.</param>
    /// <param name="ridge">ρ ≥ 0, the price of a sum of squared weights of 1.</param>
    /// <exception cref="ArgumentException">No columns; a target of another length; a value that is not finite; a negative ridge.</exception>
    public static SimplexSolution Solve(double[,] columns, ReadOnlySpan<double> target, double ridge = 0)
    {
        var (rows, count) = (columns.GetLength(0), columns.GetLength(1));
        if (count == 0 || rows != target.Length)
        {
            throw new ArgumentException($"Weights need at least one column and a target as long as the columns: there are {count} columns of {rows} rows, and {target.Length} values in the target.");
        }

        if (!(ridge >= 0 && double.IsFinite(ridge)))
        {
            throw new ArgumentException($"The ridge must be a number, zero or more: it is {ridge}.");
        }

        var points = new double[count * rows];
        for (var column = 0; column < count; column++)
        {
            for (var row = 0; row < rows; row++)
            {
                var value = columns[row, column] - target[row];
                points[(column * rows) + row] = double.IsFinite(value)
                    ? value
                    : throw new ArgumentException($"Row {row}, column {column} or the target in that row is missing or infinite: weights need every value.");
            }
        }

        return Solve(new SimplexProblem(points, count, rows, ridge), []);
    }

    /// <summary>Solves a problem already laid out as points.</summary>
    /// <param name="start">Points to begin with, such as the support of a similar problem; none: the nearest single point.</param>
    internal static SimplexSolution Solve(SimplexProblem problem, ReadOnlySpan<int> start)
    {
        var (weights, unique, minimum) = Resolved(problem, start);
        var gradient = new double[problem.Count];
        var level = problem.Gradient(weights, gradient);
        var violation = Violation(weights, gradient, level, problem.Scale);
        return new()
        {
            Weights = [.. weights],
            SumOfSquares = problem.SumOfSquares(weights),
            KktViolation = violation,
            IsUnique = unique,
            IsMinimumNorm = minimum,
        };
    }

    /// <summary>The weights of <see cref="Solve(SimplexProblem, ReadOnlySpan{int})"/> without the proof.</summary>
    internal static (double[] Weights, bool IsUnique, bool IsMinimumNorm) Resolved(SimplexProblem problem, ReadOnlySpan<int> start)
    {
        var weights = Weights(problem, start);
        var gradient = new double[problem.Count];
        var level = problem.Gradient(weights, gradient);
        var (unique, minimum) = SimplexTies.Resolve(problem, weights, gradient, level);
        return (weights, unique, minimum);
    }

    /// <summary>Some of the best weights: what loops over thousands of problems need.</summary>
    internal static double[] Weights(SimplexProblem problem, ReadOnlySpan<int> start) =>
        (problem.Ridge > 0 ? new RidgedWeights(problem.Points(), problem.Rows).For(new double[problem.Rows], problem.Ridge) : null) ?? ActiveSet(problem, start);

    /// <summary>The same by Wolfe's algorithm, whatever the ridge.</summary>
    internal static double[] ActiveSet(SimplexProblem problem, ReadOnlySpan<int> start)
    {
        var weights = new double[problem.Count];
        var fast = new CholeskyCorral(problem);
        WolfeDescent.Run(problem, fast, start, weights);
        var exact = new OrthogonalCorral(problem);
        WolfeDescent.Run(problem, exact, fast.Points, weights);
        return weights;
    }

    // Stationarity on the support: gⱼ = λ; dual feasibility off it: gⱼ ≥ λ.
    private static double Violation(double[] weights, double[] gradient, double level, double scale)
    {
        var worst = 0.0;
        for (var j = 0; j < weights.Length; j++)
        {
            worst = Math.Max(worst, weights[j] > 0 ? Math.Abs(gradient[j] - level) : level - gradient[j]);
        }

        return scale > 0 ? worst / scale : 0;
    }
}
