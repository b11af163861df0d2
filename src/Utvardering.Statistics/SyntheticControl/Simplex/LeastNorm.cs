using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.SyntheticControl.Simplex;

/// <summary>min ‖w‖² subject to w ≥ 0 and Q'w = Q'w₀: w = max(0, Qν), where ν maximises w₀'Qν − ½‖max(0, Qν)‖² (the dual problem).</summary>
internal static class LeastNorm
{
    private const double Accuracy = 1e-13;

    /// <summary>The weights; null when the iteration did not come to the accuracy.</summary>
    /// <param name="basis">Q: orthonormal vectors as long as the weights.</param>
    /// <param name="feasible">w₀ ≥ 0.</param>
    public static double[]? Among(List<double[]> basis, double[] feasible)
    {
        double[] right = [.. basis.Select(vector => VectorMath.Dot(vector, feasible))];
        var columns = new ColumnProducts(basis.Count, feasible.Length, (column, values) =>
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = basis[i][column];
            }
        });
        var weights = new double[feasible.Length];
        return new PositivePartNewton(columns, right, new double[right.Length]).Run(right, weights) <= Accuracy ? weights : null;
    }
}
