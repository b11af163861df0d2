using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.SyntheticControl.Pooled;

/// <summary>The sum of the treated units' ranks among their placebos, against its exact distribution.</summary>
/// <remarks>
/// When treatment does nothing each rank is uniform on 1 … N + 1 for N placebos, and the distribution of the sum of independent ones is a convolution
/// (Dube and Zipperer 2015, "Pooling Multiple Case Studies Using Synthetic Controls", IZA DP 8944, section 3). Ties count against rejection.
/// A constant effect c moves unit j's effect to τⱼ − c: p(c) is a step function that changes at the τⱼ − placebo only, rising and then falling.
/// </remarks>
/// <seealso href="https://doi.org/10.2139/ssrn.2589786"/>
internal sealed class RankTest
{
    private const double TieTolerance = 1e-10;

    private readonly double[] effects;
    private readonly double[][] placebos;
    private readonly double[] cumulative;
    private readonly double tie;

    /// <param name="effects">For each treated unit its effect.</param>
    /// <param name="placebos">For each treated unit the placebo effects.</param>
    public RankTest(double[] effects, double[][] placebos)
    {
        (this.effects, this.placebos) = (effects, placebos);
        tie = TieTolerance * Math.Max(effects.Max(Math.Abs), placebos.Max(unit => unit.Max(Math.Abs)));
        cumulative = Cumulative(placebos);
    }

    /// <summary>The smallest p-value that any data could give.</summary>
    public double MinimumP => Math.Min(1, 2 * cumulative[0]);

    /// <summary>The rank of a unit's effect among its placebos and itself, ties at the middle.</summary>
    public double Rank(int unit) => 1 + placebos[unit].Sum(placebo => placebo < effects[unit] - tie ? 1.0 : placebo <= effects[unit] + tie ? 0.5 : 0);

    /// <summary>The two-sided p-value of a constant effect: twice the smaller tail.</summary>
    public double PValue(double effect) => Math.Min(1, 2 * Math.Min(LowerTail(effect), UpperTail(effect)));

    /// <summary>Every constant effect with p &gt; α.</summary>
    public ConfidenceInterval Interval(double alpha)
    {
        var steps = effects.SelectMany((effect, unit) => placebos[unit].Select(placebo => effect - placebo)).Order().ToArray();

        // The lower tail falls as the supposed effect rises, the upper tail rises: each gives one end.
        return MinimumP > alpha
            ? new(double.NegativeInfinity, double.PositiveInfinity, 1 - alpha)
            : new(
                steps.First(step => 2 * UpperTail(step) > alpha),
                steps.Last(step => 2 * LowerTail(step) > alpha),
                1 - alpha);
    }

    // P(Σ ranks ≤ observed), with every tied placebo below the unit.
    private double LowerTail(double effect)
    {
        var placebosBelow = 0;
        for (var unit = 0; unit < effects.Length; unit++)
        {
            var supposed = effects[unit] - effect + tie;
            placebosBelow += placebos[unit].Count(placebo => placebo <= supposed);
        }

        return cumulative[placebosBelow];
    }

    // By symmetry of the distribution the same with the order turned round.
    private double UpperTail(double effect)
    {
        var placebosAbove = 0;
        for (var unit = 0; unit < effects.Length; unit++)
        {
            var supposed = effects[unit] - effect - tie;
            placebosAbove += placebos[unit].Count(placebo => placebo >= supposed);
        }

        return cumulative[placebosAbove];
    }

    // Of the sum of the numbers of placebos below, each uniform on 0 … N.
    private static double[] Cumulative(double[][] placebos)
    {
        double[] distribution = [1];
        foreach (var unit in placebos)
        {
            var next = new double[distribution.Length + unit.Length];
            for (var i = 0; i < distribution.Length; i++)
            {
                for (var below = 0; below <= unit.Length; below++)
                {
                    next[i + below] += distribution[i] / (unit.Length + 1);
                }
            }

            distribution = next;
        }

        for (var i = 1; i < distribution.Length; i++)
        {
            distribution[i] += distribution[i - 1];
        }

        return distribution;
    }
}
