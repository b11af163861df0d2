using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace Utvardering.Statistics.Optimisation;

/// <summary>The minimisers of ½ w′Qw + c′w + λ Σ|w| for all λ ≥ 0: a path of straight pieces, followed exactly from corner to corner.</summary>
/// <remarks>The homotopy of Osborne, Presnell and Turlach (2000) and of Efron and others (2004), for any positive definite Q.</remarks>
internal static class AbsolutePenaltyPath
{
    private const int MostCorners = 100_000;

    /// <summary>The corners from the largest λ (w = 0 there and beyond) to λ = 0.</summary>
    public static ImmutableArray<(double Penalty, Vector<double> Point)> Corners(Matrix<double> quadratic, Vector<double> linear)
    {
        var n = linear.Count;
        var penalty = n == 0 ? 0 : linear.AbsoluteMaximum();
        var corners = ImmutableArray.CreateBuilder<(double, Vector<double>)>();
        corners.Add((penalty, Vector<double>.Build.Dense(n)));
        if (penalty == 0)
        {
            return corners.ToImmutable();
        }

        var first = linear.AbsoluteMaximumIndex();
        var signs = new double[n];
        signs[first] = -Math.Sign(linear[first]);
        var changed = first;
        while (penalty > 0 && corners.Count < MostCorners)
        {
            var active = Enumerable.Range(0, n).Where(i => signs[i] != 0).ToArray();
            var (level, slope) = Line(quadratic, linear, signs, active);
            var gradientLevel = linear + (quadratic * level);
            var gradientSlope = quadratic * slope;

            // The next λ below this one at which a weight reaches zero, or a gradient reaches ±λ.
            var (next, who, joins) = (0.0, -1, 0.0);
            void Offer(double at, int index, double sign)
            {
                var isStale = index == changed && at > penalty * (1 - 1e-9);
                if (double.IsFinite(at) && at > next && at <= penalty * (1 + 1e-12) && !isStale)
                {
                    (next, who, joins) = (Math.Min(at, penalty), index, sign);
                }
            }

            for (var i = 0; i < n; i++)
            {
                if (signs[i] != 0)
                {
                    Offer(-level[i] / slope[i], i, 0);
                }
                else
                {
                    Offer(gradientLevel[i] / (1 - gradientSlope[i]), i, -1);
                    Offer(-gradientLevel[i] / (1 + gradientSlope[i]), i, 1);
                }
            }

            penalty = next;
            corners.Add((penalty, level + (penalty * slope)));
            if (who >= 0)
            {
                signs[who] = joins;
                changed = who;
            }
        }

        return corners.ToImmutable();
    }

    // w_A = −Q_AA⁻¹ (c_A + λ s_A), zero elsewhere
    private static (Vector<double> Level, Vector<double> Slope) Line(Matrix<double> quadratic, Vector<double> linear, double[] signs, int[] active)
    {
        var (level, slope) = (Vector<double>.Build.Dense(linear.Count), Vector<double>.Build.Dense(linear.Count));
        if (active.Length > 0)
        {
            var factor = Matrix<double>.Build.Dense(active.Length, active.Length, (i, j) => quadratic[active[i], active[j]]).Cholesky();
            var levels = factor.Solve(Vector<double>.Build.Dense(active.Length, i => -linear[active[i]]));
            var slopes = factor.Solve(Vector<double>.Build.Dense(active.Length, i => -signs[active[i]]));
            foreach (var (i, index) in active.Index())
            {
                (level[index], slope[index]) = (levels[i], slopes[i]);
            }
        }

        return (level, slope);
    }
}
