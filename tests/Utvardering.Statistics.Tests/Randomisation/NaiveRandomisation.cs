using System.Numerics;

namespace Utvardering.Statistics.Tests.Randomisation;

/// <summary>The textbook's loops: every subset by bit mask, the p-value recomputed for every effect, the interval by bisection on the effect.</summary>
internal static class NaiveRandomisation
{
    public static double Difference(IReadOnlyList<double> changes, IReadOnlyList<bool> assigned) =>
        changes.Where((_, unit) => assigned[unit]).Average() - changes.Where((_, unit) => !assigned[unit]).Average();

    public static IEnumerable<bool[]> Assignments(int units, int treated) => Enumerable.Range(0, 1 << units)
        .Where(mask => BitOperations.PopCount((uint)mask) == treated)
        .Select(mask => Enumerable.Range(0, units).Select(unit => ((mask >> unit) & 1) == 1).ToArray());

    /// <summary>p of the hypothesis that the effect is τ: take τ off the treated, permute.</summary>
    public static double P(IReadOnlyList<double> changes, IReadOnlyList<bool> treated, double effect, Func<IReadOnlyList<double>, IReadOnlyList<bool>, double> statistic)
    {
        var adjusted = changes.Select((change, unit) => treated[unit] ? change - effect : change).ToArray();
        var observed = Math.Abs(statistic(adjusted, treated));
        var all = Assignments(changes.Count, treated.Count(t => t)).ToArray();
        return (double)all.Count(assigned => Math.Abs(statistic(adjusted, assigned)) >= observed - 1e-12) / all.Length;
    }

    /// <summary>The effect farthest from the estimate in one direction with p above the level; infinite when p is above it a million away.</summary>
    public static double End(IReadOnlyList<double> changes, IReadOnlyList<bool> treated, double alpha, int direction)
    {
        var accepted = Difference(changes, treated);
        var rejected = accepted + (direction * 1e6);
        if (P(changes, treated, rejected, Difference) > alpha)
        {
            return direction * double.PositiveInfinity;
        }

        for (var step = 0; step < 80; step++)
        {
            var middle = (accepted + rejected) / 2;
            (accepted, rejected) = P(changes, treated, middle, Difference) > alpha ? (middle, rejected) : (accepted, middle);
        }

        return accepted;
    }
}
