using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.Optimisation;

/// <summary>Maximise c′x over {x ≥ 0 : Ax = b}, for small dense programs asked many times with other objectives.</summary>
/// <remarks>
/// Dantzig's (1951) primal simplex in two phases. The first finds a vertex, once; every <see cref="Maximise"/> then starts from the last best vertex,
/// which is still feasible. The tableau is made anew from A and the basis after a number of pivots, so that rounding does not gather. Bland's (1977) rule
/// takes over when pivots stop improving, so that it cannot cycle. Not safe for use by several threads at once.
/// </remarks>
public sealed class LinearProgram
{
    private const int MostPivots = 100;

    private readonly double[][] equations;
    private readonly double[] rightHandSide;
    private readonly int[] kept;
    private readonly int rows;
    private readonly int[]? feasible;
    private SimplexTableau? tableau;

    /// <summary>Makes a program.</summary>
    /// <param name="equations">A by rows, each with one number for every variable. Redundant rows are allowed.</param>
    /// <param name="rightHandSide">b.</param>
    /// <exception cref="ArgumentException">No rows, rows of unequal length, or another number of right-hand sides.</exception>
    public LinearProgram(IReadOnlyList<double[]> equations, IReadOnlyList<double> rightHandSide)
    {
        if (equations.Count == 0 || equations.Count != rightHandSide.Count || equations.Any(row => row.Length != equations[0].Length))
        {
            throw new ArgumentException($"A linear program needs rows of one length and a right-hand side for each: there are {equations.Count} rows and {rightHandSide.Count} right-hand sides.");
        }

        Variables = equations[0].Length;
        var first = SimplexTableau.WithArtificials(equations, rightHandSide);
        (kept, feasible) = first.FirstPhase(Variables);
        rows = equations.Count;
        this.equations = [.. kept.Select(row => equations[row])];
        this.rightHandSide = [.. kept.Select(row => rightHandSide[row])];
    }

    /// <summary>The number of variables.</summary>
    public int Variables { get; }

    /// <summary>Whether any point meets the equations.</summary>
    public bool IsFeasible => feasible is not null;

    /// <summary>Finds the greatest value of c′x.</summary>
    /// <param name="objective">c.</param>
    /// <exception cref="ArgumentException">Not one number for each variable.</exception>
    public LinearProgramSolution Maximise(ReadOnlySpan<double> objective)
    {
        if (objective.Length != Variables)
        {
            throw new ArgumentException($"The objective has {objective.Length} numbers for {Variables} variables.", nameof(objective));
        }

        if (feasible is null)
        {
            return new(LinearProgramStatus.Infeasible, double.NaN, [], []);
        }

        if (tableau is null || tableau.Pivots > MostPivots)
        {
            tableau = SimplexTableau.At(equations, rightHandSide, tableau?.Basis ?? feasible);
        }

        var isBounded = tableau.Improve(objective);
        if (!isBounded)
        {
            return new(LinearProgramStatus.Unbounded, double.PositiveInfinity, [], []);
        }

        var point = tableau.Point(Variables);
        return new(LinearProgramStatus.Optimal, VectorMath.Dot(objective, point), [.. point], Multipliers(objective, tableau.Basis));
    }

    // B′y = c_B; an equation that repeats others is not needed.
    private ImmutableArray<double> Multipliers(ReadOnlySpan<double> objective, int[] basis)
    {
        var multipliers = new double[rows];
        if (basis.Length > 0)
        {
            var costs = Vector<double>.Build.Dense(basis.Length);
            for (var i = 0; i < basis.Length; i++)
            {
                costs[i] = objective[basis[i]];
            }

            var solved = Matrix<double>.Build.Dense(basis.Length, basis.Length, (i, j) => equations[j][basis[i]]).LU().Solve(costs);
            foreach (var (i, row) in kept.Index())
            {
                multipliers[row] = solved[i];
            }
        }

        return [.. multipliers];
    }
}
