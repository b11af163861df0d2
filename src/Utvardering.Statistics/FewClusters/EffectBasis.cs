using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.FewClusters;

/// <summary>An orthonormal basis of the fixed effects that reach across clusters, the one within clusters taken out of them.</summary>
internal sealed class EffectBasis
{
    private const double Negligible = 1e-10;

    private readonly RegressionFit fit;
    private readonly Grouping nested;
    private readonly Grouping[] across;
    private readonly int[] first;
    private readonly double[][] counts;
    private readonly double[] sizes;
    private readonly Matrix<double> turn;

    private EffectBasis(RegressionFit fit, Grouping? nested, Grouping[] across)
    {
        (this.fit, this.across) = (fit, across);
        first = [.. across.Select((_, i) => across.Take(i).Sum(effect => effect.Count))];
        var levels = across.Sum(effect => effect.Count);

        // Without an effect within clusters every row is in the one group that nothing is taken out of.
        this.nested = nested ?? new("none", new int[fit.Observations], 1);
        this.counts = [.. Enumerable.Range(0, this.nested.Count).Select(_ => new double[levels])];
        sizes = new double[this.nested.Count];
        var gram = Matrix<double>.Build.Dense(levels, levels);
        for (var row = 0; row < fit.Observations; row++)
        {
            var (weight, group) = (Weight(row), this.nested.Codes[row]);
            sizes[group] += weight;
            for (var i = 0; i < across.Length; i++)
            {
                var level = first[i] + across[i].Codes[row];
                this.counts[group][level] += weight;
                for (var j = 0; j < across.Length; j++)
                {
                    gram[level, first[j] + across[j].Codes[row]] += weight;
                }
            }
        }

        if (nested is null)
        {
            Array.ForEach(this.counts, Array.Clear);
        }

        // D′M_N D = D′D − Σ_j c_j c_j′ / n_j
        foreach (var (counts, size) in this.counts.Zip(sizes))
        {
            for (var level = 0; level < levels; level++)
            {
                for (var other = 0; counts[level] != 0 && other < levels; other++)
                {
                    gram[level, other] -= counts[level] * counts[other] / size;
                }
            }
        }

        var axes = gram.Evd(Symmetricity.Symmetric);
        var values = axes.EigenValues.Select(value => value.Real).ToArray();
        int[] kept = [.. Enumerable.Range(0, levels).Where(i => values[i] > Negligible * values.Max())];
        turn = Matrix<double>.Build.DenseOfColumnVectors(kept.Select(i => axes.EigenVectors.Column(i) / Math.Sqrt(values[i])));
    }

    /// <summary>Null when no fixed effect reaches across clusters.</summary>
    public static EffectBasis? Of(RegressionFit fit, Grouping clusters)
    {
        var nested = fit.FixedEffects.Where(effect => effect.IsNestedIn(clusters)).MaxBy(effect => effect.Count);
        Grouping[] across = [.. fit.FixedEffects.Where(effect => effect != nested)];
        return across.Length == 0 ? null : new(fit, nested, across);
    }

    /// <summary>Σ over the rows of each group of value · basis: groups × directions.</summary>
    public Matrix<double> Sums(Grouping groups, double[] values)
    {
        var sums = Matrix<double>.Build.Dense(groups.Count, turn.RowCount);
        var within = new Dictionary<(int Group, int Nested), double>();
        for (var row = 0; row < values.Length; row++)
        {
            var (weighted, group) = (Weight(row) * values[row], groups.Codes[row]);
            for (var i = 0; i < across.Length; i++)
            {
                sums[group, first[i] + across[i].Codes[row]] += weighted;
            }

            var key = (group, this.nested.Codes[row]);
            within[key] = within.GetValueOrDefault(key) + weighted;
        }

        // z_i = D_i − c_j / n_j for row i in group j of the effect within clusters
        foreach (var ((group, nested), sum) in within)
        {
            for (var level = 0; level < turn.RowCount; level++)
            {
                sums[group, level] -= sum * counts[nested][level] / sizes[nested];
            }
        }

        return sums * turn;
    }

    private double Weight(int row) => fit.Weights?[row] ?? 1;
}
