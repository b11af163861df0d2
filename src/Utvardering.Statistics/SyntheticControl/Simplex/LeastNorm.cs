using MathNet.Numerics.LinearAlgebra;

namespace Utvardering.Statistics.SyntheticControl.Simplex;

/// <summary>min ‖w‖² subject to w ≥ 0 and Q'w = Q'w₀, by Newton's method on its dual: piecewise quadratic, so that it ends in few steps.</summary>
internal static class LeastNorm
{
    private const int MostSteps = 200;
    private const double Accuracy = 1e-13;

    // Keeps the Hessian invertible where fewer weights are positive than there are constraints.
    private const double Damping = 1e-11;

    /// <summary>The weights; null when the iteration did not come to the accuracy.</summary>
    /// <param name="basis">Q: orthonormal vectors as long as the weights.</param>
    /// <param name="feasible">w₀ ≥ 0.</param>
    public static double[]? Among(List<double[]> basis, double[] feasible)
    {
        var right = basis.Select(vector => Vectors.Dot(vector, feasible)).ToArray();
        var dual = right.ToArray();
        var weights = Weights(basis, dual, feasible.Length);
        for (var step = 0; step < MostSteps; step++)
        {
            var fault = basis.Select((vector, i) => right[i] - Vectors.Dot(vector, weights)).ToArray();
            if (fault.Max(Math.Abs) <= Accuracy)
            {
                return weights;
            }

            var direction = Direction(basis, weights, fault);
            var before = Objective(weights, right, dual);
            var slope = Vectors.Dot(direction, fault);
            var length = 1.0;
            double[] next;
            do
            {
                next = [.. dual.Zip(direction, (value, change) => value + (length * change))];
                weights = Weights(basis, next, feasible.Length);
                length /= 2;
            }
            while (Objective(weights, right, next) > before - (1e-4 * length * slope) + 1e-16 && length > 1e-12);
            dual = next;
        }

        return null;
    }

    // The Hessian is Q'DQ with D = 1 where the weight is positive, and the gradient is minus the fault.
    private static double[] Direction(List<double[]> basis, double[] weights, double[] fault)
    {
        var size = basis.Count;
        var hessian = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = 0.0;
                for (var k = 0; k < weights.Length; k++)
                {
                    sum += weights[k] > 0 ? basis[i][k] * basis[j][k] : 0;
                }

                hessian[i, j] = hessian[j, i] = sum + (i == j ? Damping : 0);
            }
        }

        return Matrix<double>.Build.DenseOfArray(hessian).Cholesky().Solve(Vector<double>.Build.Dense(fault)).ToArray();
    }

    private static double[] Weights(List<double[]> basis, double[] dual, int count)
    {
        var weights = new double[count];
        for (var i = 0; i < basis.Count; i++)
        {
            Vectors.Add(weights, dual[i], basis[i]);
        }

        for (var k = 0; k < count; k++)
        {
            weights[k] = Math.Max(0, weights[k]);
        }

        return weights;
    }

    private static double Objective(double[] weights, double[] right, double[] dual) =>
        (Vectors.Dot(weights, weights) / 2) - Vectors.Dot(right, dual);
}
