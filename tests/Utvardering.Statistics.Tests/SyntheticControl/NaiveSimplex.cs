using MathNet.Numerics.LinearAlgebra;

namespace Utvardering.Statistics.Tests.SyntheticControl;

/// <summary>
/// The best weights on the simplex by trying every set of columns: for each the equality-constrained normal equations are solved, and the best
/// solution without negative weights is kept.
/// </summary>
internal static class NaiveSimplex
{
    public static double[] Weights(double[,] columns, double[] target, double ridge)
    {
        var x = Matrix<double>.Build.DenseOfArray(columns);
        var y = Vector<double>.Build.Dense(target);
        var count = x.ColumnCount;
        var (best, least) = (Array.Empty<double>(), double.PositiveInfinity);
        for (var set = 1; set < 1 << count; set++)
        {
            var chosen = Enumerable.Range(0, count).Where(j => (set & (1 << j)) != 0).ToArray();
            var part = Matrix<double>.Build.DenseOfColumnVectors(chosen.Select(x.Column));

            // [2(X'X + ρI) 1; 1' 0] [w; μ] = [2X'y; 1]
            var system = Matrix<double>.Build.Dense(chosen.Length + 1, chosen.Length + 1);
            system.SetSubMatrix(0, 0, 2 * ((part.Transpose() * part) + (ridge * Matrix<double>.Build.DenseIdentity(chosen.Length))));
            var right = Vector<double>.Build.Dense(chosen.Length + 1, 1);
            right.SetSubVector(0, chosen.Length, 2 * (part.Transpose() * y));
            for (var i = 0; i < chosen.Length; i++)
            {
                system[i, chosen.Length] = system[chosen.Length, i] = 1;
            }

            var solved = system.Solve(right);
            var weights = new double[count];
            for (var i = 0; i < chosen.Length; i++)
            {
                weights[chosen[i]] = solved[i];
            }

            var objective = Objective(x, y, weights, ridge);
            if (weights.All(weight => weight >= -1e-12) && objective < least)
            {
                (best, least) = (weights, objective);
            }
        }

        return best;
    }

    public static double Objective(Matrix<double> x, Vector<double> y, double[] weights, double ridge)
    {
        var w = Vector<double>.Build.Dense(weights);
        var residual = (x * w) - y;
        return (residual * residual) + (ridge * (w * w));
    }
}
