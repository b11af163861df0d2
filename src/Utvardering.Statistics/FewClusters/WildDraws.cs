using System.Numerics;
using Utvardering.Statistics.Random;
using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.FewClusters;

/// <summary>Draws of weights and what each makes of the statistic, for every hypothesised value at once.</summary>
/// <remarks>With δ = β̂ − β₀ a draw has t* = (n₀ + n₁ δ) / √(w₀ + w₁ δ + w₂ δ²).</remarks>
internal sealed class WildDraws
{
    private static readonly double[] Webb = [-Math.Sqrt(1.5), -1, -Math.Sqrt(0.5), Math.Sqrt(0.5), 1, Math.Sqrt(1.5)];

    private readonly WildScores scores;
    private readonly WildClusterBootstrapOptions options;
    private readonly double[][] rows;
    private readonly int directions;

    public WildDraws(WildScores scores, WildClusterBootstrapOptions options)
    {
        (this.scores, this.options, directions) = (scores, options, scores.Squares.Length);
        Possible = BigInteger.Pow(options.Weights == WildWeights.Webb ? Webb.Length : 2, scores.GroupCount);
        IsExhaustive = Possible <= options.EnumerationLimit;
        Count = IsExhaustive ? (int)Possible : options.Draws;
        rows = [.. Enumerable.Range(0, scores.GroupCount).Select(Row)];
        Values = new WildDraw[Count];
        const int Block = 64;
        Parallel.For(0, (Count + Block - 1) / Block, block => Fill(block * Block, Math.Min((block + 1) * Block, Count)));
    }

    public BigInteger Possible { get; }

    public bool IsExhaustive { get; }

    public int Count { get; }

    public WildDraw[] Values { get; }

    // s⁰, u, q⁰, q¹, s⁰ f, u f: all that is summed over groups with their weights.
    private double[] Row(int h)
    {
        var f = scores.F.Row(scores.ClusterOf[h]);
        return [scores.S0[h], scores.U[h], .. scores.Q0.Row(h), .. scores.Q1.Row(h), .. f * scores.S0[h], .. f * scores.U[h]];
    }

    private void Fill(int from, int to)
    {
        var weights = new double[scores.GroupCount];
        var sums = new double[rows[0].Length];
        var (residual, own) = (new double[scores.ClusterCount], new double[scores.ClusterCount]);
        for (var draw = from; draw < to; draw++)
        {
            Weigh(draw, weights);
            Array.Clear(sums);
            Array.Clear(residual);
            Array.Clear(own);
            for (var h = 0; h < weights.Length; h++)
            {
                VectorMath.AddScaled(sums, weights[h], rows[h]);
                residual[scores.ClusterOf[h]] += weights[h] * scores.S0[h];
                own[scores.ClusterOf[h]] += weights[h] * scores.U[h];
            }

            Values[draw] = Draw(sums, residual, own, weights.AsSpan().IndexOfAnyExcept(weights[0]) < 0);
        }
    }

    private WildDraw Draw(double[] sums, double[] residual, double[] own, bool isConstant)
    {
        ReadOnlySpan<double> Part(int i) => sums.AsSpan(2 + (i * directions), directions);
        var a0 = Part(0);
        var a1 = Part(1);
        var c0 = Part(2);
        var c1 = Part(3);

        // Σ_g (y_g − f_g′a)² = Σ y_g² − 2 a′ Σ y_g f_g + a′F′F a, with y = y⁰ + δ y¹ and a = a⁰ + δ a¹
        var w0 = VectorMath.Dot(residual, residual);
        var w1 = 2 * VectorMath.Dot(residual, own);
        var w2 = VectorMath.Dot(own, own);
        for (var r = 0; r < directions; r++)
        {
            w0 += ((scores.Squares[r] * a0[r]) - (2 * c0[r])) * a0[r];
            w1 += 2 * ((((scores.Squares[r] * a0[r]) - c0[r]) * a1[r]) - (a0[r] * c1[r]));
            w2 += ((scores.Squares[r] * a1[r]) - (2 * c1[r])) * a1[r];
        }

        return new(sums[0], sums[1], w0, w1, w2, isConstant);
    }

    private void Weigh(int draw, double[] weights)
    {
        if (IsExhaustive)
        {
            var rest = draw;
            var basis = options.Weights == WildWeights.Webb ? Webb.Length : 2;
            for (var h = 0; h < weights.Length; h++)
            {
                weights[h] = options.Weights == WildWeights.Webb ? Webb[rest % basis] : 1 - (2 * (rest % basis));
                rest /= basis;
            }

            return;
        }

        // Stream 0 stands for the observed.
        var random = new RandomSequence(options.Seed, (ulong)draw + 1);
        uint bits = 0;
        for (var h = 0; h < weights.Length; h++)
        {
            if (options.Weights == WildWeights.Webb)
            {
                weights[h] = Webb[random.NextBelow(Webb.Length)];
                continue;
            }

            bits = h % 32 == 0 ? random.NextUInt32() : bits >> 1;
            weights[h] = (bits & 1) == 0 ? 1 : -1;
        }
    }
}
