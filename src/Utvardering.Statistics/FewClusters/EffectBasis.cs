using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.FewClusters;

/// <summary>An orthonormal basis of the fixed effects that reach across clusters, the one within clusters taken out of them.</summary>
internal sealed class EffectBasis
{
    private const double Negligible = 1e-10;

    private readonly RegressionFit _fit;
    private readonly Grouping _nested;
    private readonly Grouping[] _across;
    private readonly int[] _first;
    private readonly double[][] _counts;
    private readonly double[] _sizes;
    private readonly Matrix<double> _turn;

    private EffectBasis(RegressionFit fit, Grouping? nested, Grouping[] across)
    {
        (_fit, _across) = (fit, across);
        _first = [.. across.Select((_, i) => across.Take(i).Sum(effect => effect.Count))];
        var levels = across.Sum(effect => effect.Count);

        // Without an effect within clusters every row is in the one group that nothing is taken out of.
        _nested = nested ?? new("none", new int[fit.Observations], 1);
        _counts = [.. Enumerable.Range(0, _nested.Count).Select(_ => new double[levels])];
        _sizes = new double[_nested.Count];
        var gram = Matrix<double>.Build.Dense(levels, levels);
        for (var row = 0; row < fit.Observations; row++)
        {
            var (weight, group) = (Weight(row), _nested.Codes[row]);
            _sizes[group] += weight;
            for (var i = 0; i < across.Length; i++)
            {
                var level = _first[i] + across[i].Codes[row];
                _counts[group][level] += weight;
                for (var j = 0; j < across.Length; j++)
                {
                    gram[level, _first[j] + across[j].Codes[row]] += weight;
                }
            }
        }

        if (nested is null)
        {
            Array.ForEach(_counts, Array.Clear);
        }

        // D′M_N D = D′D − Σ_j c_j c_j′ / n_j
        foreach (var (counts, size) in _counts.Zip(_sizes))
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
        _turn = Matrix<double>.Build.DenseOfColumnVectors(kept.Select(i => axes.EigenVectors.Column(i) / Math.Sqrt(values[i])));
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
        var sums = Matrix<double>.Build.Dense(groups.Count, _turn.RowCount);
        var within = new Dictionary<(int Group, int Nested), double>();
        for (var row = 0; row < values.Length; row++)
        {
            var (weighted, group) = (Weight(row) * values[row], groups.Codes[row]);
            for (var i = 0; i < _across.Length; i++)
            {
                sums[group, _first[i] + _across[i].Codes[row]] += weighted;
            }

            var key = (group, _nested.Codes[row]);
            within[key] = within.GetValueOrDefault(key) + weighted;
        }

        // z_i = D_i − c_j / n_j for row i in group j of the effect within clusters
        foreach (var ((group, nested), sum) in within)
        {
            for (var level = 0; level < _turn.RowCount; level++)
            {
                sums[group, level] -= sum * _counts[nested][level] / _sizes[nested];
            }
        }

        return sums * _turn;
    }

    private double Weight(int row) => _fit.Weights?[row] ?? 1;
}
