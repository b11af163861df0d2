namespace Utvardering.Statistics.Regression;

/// <summary>The diagonal of the hat matrix of fixed effects' dummies.</summary>
/// <remarks>
/// hᵢ = wᵢ (1 / W_g(i) + (dᵢ − m_g(i))′ S⁻ (dᵢ − m_g(i))), with g the level of the largest effect, d the dummies of the others, m_g their weighted
/// mean in the level and S⁻ as in <see cref="DirectAbsorption"/>.
/// </remarks>
internal static class FixedEffectLeverage
{
    /// <summary>One leverage for each row.</summary>
    /// <exception cref="ArgumentException">Two effects with many levels each.</exception>
    public static double[] Of(IReadOnlyList<Grouping> effects, double[]? weights)
    {
        if (!Absorption.IsDirect(effects))
        {
            throw new ArgumentException("Leverages of two fixed effects with very many levels each are not practical: use HC1 or clustered standard errors.");
        }

        var system = new DirectAbsorption(effects, weights);
        var turned = new double[system.Largest.Count][];
        var own = new double[system.Largest.Count];
        for (var level = 0; level < turned.Length; level++)
        {
            var total = system.Total[level];
            double[] mean = [.. system.CrossOf(level).ToArray().Select(cross => cross / total)];
            turned[level] = system.Multiply(mean);
            own[level] = VectorMath.Dot(mean, turned[level]);
        }

        var leverage = new double[system.Largest.Rows];
        for (var row = 0; row < leverage.Length; row++)
        {
            var level = system.Largest.Codes[row];
            int[] others = [.. system.OthersOf(row)];
            var form = own[level] - (2 * others.Sum(other => turned[level][other]));
            foreach (var i in others)
            {
                form += others.Sum(j => system.Inverse[(i * system.Width) + j]);
            }

            leverage[row] = (weights?[row] ?? 1) * ((1 / system.Total[level]) + form);
        }

        return leverage;
    }
}
