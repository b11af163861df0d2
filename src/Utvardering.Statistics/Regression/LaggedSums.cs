using MathNet.Numerics.LinearAlgebra;

namespace Utvardering.Statistics.Regression;

/// <summary>Bartlett-weighted sums of products of scores that lie some periods apart.</summary>
internal static class LaggedSums
{
    /// <summary>Γ₀ + Σₗ (1 − l / (L + 1)) (Γₗ + Γₗ′), Γₗ the sum of products of scores l periods apart in the same unit.</summary>
    /// <param name="scores">Coefficients × rows.</param>
    /// <param name="pairs">For a lag, the pairs of rows (later, earlier) that lie it apart.</param>
    /// <param name="lag">L, the longest lag.</param>
    public static Matrix<double> Meat(double[][] scores, Func<int, (int[] Later, int[] Earlier)> pairs, int lag)
    {
        var meat = NormalEquations.Gram(scores, null);
        for (var l = 1; l <= lag; l++)
        {
            var (later, earlier) = pairs(l);
            double[][] ahead = [.. scores.Select(score => Array.ConvertAll(later, row => score[row]))];
            double[][] behind = [.. scores.Select(score => Array.ConvertAll(earlier, row => score[row]))];
            var products = Matrix<double>.Build.Dense(scores.Length, scores.Length, (i, j) => VectorMath.Dot(ahead[i], behind[j]));

            // Bartlett's kernel: 1 − l / (L + 1)
            meat += (products + products.Transpose()) * (1 - (l / (lag + 1.0)));
        }

        return meat;
    }

    /// <summary>Pairs of rows of the same unit that lie <paramref name="lag"/> periods apart.</summary>
    public static (int[] Later, int[] Earlier) Pairs(Dictionary<(int Unit, int Time), int> rows, int lag)
    {
        var pairs = rows
            .Select(row => (Later: row.Value, Earlier: rows.GetValueOrDefault((row.Key.Unit, row.Key.Time - lag), -1)))
            .Where(pair => pair.Earlier >= 0)
            .OrderBy(pair => pair.Later)
            .ToArray();
        return ([.. pairs.Select(pair => pair.Later)], [.. pairs.Select(pair => pair.Earlier)]);
    }
}
