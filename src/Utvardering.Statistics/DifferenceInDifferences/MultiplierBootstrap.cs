using System.Numerics;
using Utvardering.Statistics.Distributions;
using Utvardering.Statistics.Random;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>The multiplier bootstrap of influence functions: the estimators' joint distribution without estimating anew.</summary>
/// <remarks>
/// Callaway and Sant'Anna (2021), algorithm 1. R_b = √n · mean over units (or clusters) of V_i ψ_i, with V two-point of mean 0 and variance 1;
/// σ̂ = (q₀.₇₅ − q₀.₂₅)(R) / (z₀.₇₅ − z₀.₂₅), standard error σ̂ / √n; the sup-t critical value is the 1 − α quantile of max |R_b / σ̂|.
/// </remarks>
/// <param name="StandardErrors">One for each influence function.</param>
/// <param name="CriticalValue">Of the uniform band.</param>
internal sealed record MultiplierBootstrap(double[] StandardErrors, double CriticalValue)
{
    public static MultiplierBootstrap Of(double[][] functions, MultiplierBootstrapOptions options, double confidence)
    {
        var n = functions[0].Length;
        var width = functions.Length;
        var padded = (width + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        var rows = new double[n * padded];
        for (var j = 0; j < width; j++)
        {
            for (var i = 0; i < n; i++)
            {
                rows[(i * padded) + j] = functions[j][i] / Math.Sqrt(n);
            }
        }

        var draws = new double[options.Draws][];
        Parallel.For(0, options.Draws, draw => draws[draw] = Draw(rows, n, padded, options, (ulong)draw));
        var deviations = new double[width];
        var column = new double[options.Draws];
        for (var j = 0; j < width; j++)
        {
            for (var draw = 0; draw < column.Length; draw++)
            {
                column[draw] = draws[draw][j];
            }

            Array.Sort(column);
            deviations[j] = (AtShare(column, 0.75) - AtShare(column, 0.25)) / (Quantile.Normal(0.75) - Quantile.Normal(0.25));
        }

        for (var draw = 0; draw < column.Length; draw++)
        {
            column[draw] = Enumerable.Range(0, width).Max(j => deviations[j] > 0 ? Math.Abs(draws[draw][j]) / deviations[j] : 0);
        }

        Array.Sort(column);
        return new([.. deviations.Select(deviation => deviation / Math.Sqrt(n))], AtShare(column, confidence));
    }

    private static double[] Draw(double[] rows, int n, int padded, MultiplierBootstrapOptions options, ulong draw)
    {
        var (low, high, threshold) = Points(options.Multiplier);
        var random = new RandomSequence(options.Seed, draw);
        var sums = new double[padded];
        for (var i = 0; i < n; i++)
        {
            var multiplier = new Vector<double>(random.NextUInt32() < threshold ? low : high);
            for (var j = 0; j < padded; j += Vector<double>.Count)
            {
                (new Vector<double>(sums, j) + (multiplier * new Vector<double>(rows, (i * padded) + j))).CopyTo(sums, j);
            }
        }

        return sums;
    }

    private static (double Low, double High, uint Threshold) Points(BootstrapMultiplier multiplier)
    {
        var root = Math.Sqrt(5);
        return multiplier == BootstrapMultiplier.Rademacher
            ? (-1, 1, 1u << 31)
            : ((1 - root) / 2, (1 + root) / 2, (uint)((root + 1) / (2 * root) * (1L << 32)));
    }

    // The smallest value with at least this share at or below it.
    private static double AtShare(double[] ascending, double share) =>
        ascending[Math.Clamp((int)Math.Ceiling((ascending.Length * share) - 1e-9) - 1, 0, ascending.Length - 1)];
}
