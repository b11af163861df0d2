using System.Collections.Immutable;

namespace Utvardering.Statistics.SyntheticControl.Simplex;

/// <summary>The solution of a least-squares problem over the simplex, with the proof that it is one.</summary>
public sealed record SimplexSolution
{
    /// <summary>One weight for each column: not negative, with sum 1.</summary>
    public required ImmutableArray<double> Weights { get; init; }

    /// <summary>‖Xw − y‖², in the squared unit of the target, without the ridge term.</summary>
    public required double SumOfSquares { get; init; }

    /// <summary>
    /// How far the Karush–Kuhn–Tucker conditions are from being met: the largest fault of the gradient, as a share of the largest
    /// squared distance between a column and the target. About 1E−13 or less; the solution is then the global one, as the problem is convex.
    /// </summary>
    public required double KktViolation { get; init; }

    /// <summary>Whether no other weights do as well.</summary>
    public required bool IsUnique { get; init; }

    /// <summary>Whether, among all weights that do as well, these have the smallest sum of squares. True when they are unique.</summary>
    public required bool IsMinimumNorm { get; init; }

    /// <summary>The number of positive weights.</summary>
    public int SupportSize => Weights.Count(weight => weight > 0);
}
