using MathNet.Numerics.LinearAlgebra;

namespace Utvardering.Statistics.Regression;

/// <summary>The diagonal of the hat matrix of fixed effects' dummies.</summary>
/// <remarks>
/// The effect with most levels is taken out exactly; the dummies of the others, centred by its levels, leave a small system S (its
/// generalised inverse, since dummies are linearly dependent). Then hᵢ = wᵢ (1 / W_g(i) + (dᵢ − m_g(i))′ S⁻ (dᵢ − m_g(i))), with m_g the level's
/// weighted mean of the other dummies.
/// </remarks>
internal static class FixedEffectLeverage
{
    public static double[] Of(IReadOnlyList<Grouping> effects, double[]? weights)
    {
        var largest = effects.MaxBy(effect => effect.Count)!;
        Grouping[] others = [.. effects.Where(effect => effect != largest)];
        var total = new double[largest.Count];
        for (var row = 0; row < largest.Rows; row++)
        {
            total[largest.Codes[row]] += weights?[row] ?? 1;
        }

        var means = Means(largest, others, total, weights);
        var inverse = Inverse(largest, others, total, means, weights);
        var turned = means.Select(mean => inverse * mean).ToArray();
        var own = means.Select((mean, group) => mean * turned[group]).ToArray();
        var leverage = new double[largest.Rows];
        var offsets = Offsets(others);
        for (var row = 0; row < leverage.Length; row++)
        {
            var group = largest.Codes[row];
            var form = own[group];
            for (var i = 0; i < others.Length; i++)
            {
                var first = offsets[i] + others[i].Codes[row];
                form -= 2 * turned[group][first];
                for (var j = 0; j < others.Length; j++)
                {
                    form += inverse[first, offsets[j] + others[j].Codes[row]];
                }
            }

            leverage[row] = (weights?[row] ?? 1) * ((1 / total[group]) + form);
        }

        return leverage;
    }

    private static int[] Offsets(Grouping[] effects)
    {
        var offsets = new int[effects.Length];
        for (var i = 1; i < effects.Length; i++)
        {
            offsets[i] = offsets[i - 1] + effects[i - 1].Count;
        }

        return offsets;
    }

    private static Vector<double>[] Means(Grouping largest, Grouping[] others, double[] total, double[]? weights)
    {
        var size = Math.Max(others.Sum(effect => effect.Count), 1);
        var means = total.Select(_ => Vector<double>.Build.Dense(size)).ToArray();
        var offsets = Offsets(others);
        for (var row = 0; row < largest.Rows; row++)
        {
            for (var i = 0; i < others.Length; i++)
            {
                var group = largest.Codes[row];
                means[group][offsets[i] + others[i].Codes[row]] += (weights?[row] ?? 1) / total[group];
            }
        }

        return means;
    }

    // S = D′WD − Σ_g W_g m_g m_g′
    private static Matrix<double> Inverse(Grouping largest, Grouping[] others, double[] total, Vector<double>[] means, double[]? weights)
    {
        var offsets = Offsets(others);
        var system = Matrix<double>.Build.Dense(means[0].Count, means[0].Count);
        for (var row = 0; row < largest.Rows; row++)
        {
            for (var i = 0; i < others.Length; i++)
            {
                for (var j = 0; j < others.Length; j++)
                {
                    system[offsets[i] + others[i].Codes[row], offsets[j] + others[j].Codes[row]] += weights?[row] ?? 1;
                }
            }
        }

        for (var group = 0; group < means.Length; group++)
        {
            AddOuter(system, means[group], -total[group]);
        }

        var eigen = system.Evd(Symmetricity.Symmetric);
        var largestValue = Math.Max(eigen.EigenValues.Enumerate().Max(value => value.Real), double.Epsilon);
        var inverted = eigen.EigenValues.Map(value => value.Real <= 1e-11 * largestValue ? 0 : 1 / value.Real);
        return eigen.EigenVectors * Matrix<double>.Build.DenseOfDiagonalVector(inverted) * eigen.EigenVectors.Transpose();
    }

    private static void AddOuter(Matrix<double> system, Vector<double> vector, double factor)
    {
        for (var i = 0; i < vector.Count; i++)
        {
            if (vector[i] == 0)
            {
                continue;
            }

            for (var j = 0; j < vector.Count; j++)
            {
                system[i, j] += factor * vector[i] * vector[j];
            }
        }
    }
}
