using System.Collections.Immutable;
using Utvardering.Statistics.Randomisation;

namespace Utvardering.Statistics.MultipleTesting;

/// <summary>
/// The step-down that holds the chance of any false rejection among several outcomes and uses their dependence: outcomes that move
/// together are corrected little, while Holm's corrects as if nothing were known.
/// </summary>
/// <remarks>
/// Romano and Wolf (2005), "Exact and Approximate Stepdown Methods for Multiple Hypothesis Testing", algorithm 4.1; p-values as in Romano and
/// Wolf (2016), "Efficient Computation of Adjusted p-Values for Resampling-Based Stepdown Multiple Testing". With a permutation distribution
/// it is Westfall and Young's (1993) step-down maxT. Tests are comparable only if studentised: give t-statistics, not estimates.
/// </remarks>
public static class RomanoWolf
{
    /// <summary>Adjusts the p-values of tests that were drawn together.</summary>
    /// <param name="observed">The statistic of each test.</param>
    /// <param name="draws">Draws × tests: the statistics under the null, (estimate* − estimate) / standard error* for a bootstrap, or those of other assignments.</param>
    /// <param name="options">The choices.</param>
    /// <exception cref="ArgumentException">No draws, a draw with another number of tests, or a statistic that is no number.</exception>
    public static RomanoWolfResult StepDown(ImmutableArray<double> observed, ImmutableArray<ImmutableArray<double>> draws, RomanoWolfOptions? options = null)
    {
        options ??= new();
        Check(observed, draws);
        double Size(double statistic) => options.TwoSided ? Math.Abs(statistic) : statistic;

        // Tests from the largest statistic to the smallest.
        var order = Enumerable.Range(0, observed.Length).OrderByDescending(test => Size(observed[test])).ToArray();
        var (alone, together) = (new int[observed.Length], new int[observed.Length]);
        foreach (var draw in draws)
        {
            var maximum = double.NegativeInfinity;
            for (var step = order.Length - 1; step >= 0; step--)
            {
                var test = order[step];
                var limit = Size(observed[test]) - (RandomisationTest.TieTolerance * Math.Max(1, Size(observed[test])));
                maximum = Math.Max(maximum, Size(draw[test]));
                alone[test] += Size(draw[test]) >= limit ? 1 : 0;

                // p(j) = P(max over tests j … m of |t*| ≥ |t(j)|)
                together[test] += maximum >= limit ? 1 : 0;
            }
        }

        double Share(int extreme) => options.DrawsAreExhaustive ? (double)extreme / draws.Length : (extreme + 1.0) / (draws.Length + 1);
        var adjusted = new double[observed.Length];
        var running = 0.0;
        foreach (var test in order)
        {
            // p̃(j) = max(p̃(j − 1), p(j))
            running = Math.Max(running, Share(together[test]));
            adjusted[test] = running;
        }

        return new([.. alone.Select(Share)], [.. adjusted], draws.Length);
    }

    private static void Check(ImmutableArray<double> observed, ImmutableArray<ImmutableArray<double>> draws)
    {
        if (draws.IsDefaultOrEmpty)
        {
            throw new ArgumentException("The step-down needs at least one draw of the statistics: give the bootstrap's or all assignments'.");
        }

        if (observed.Any(double.IsNaN))
        {
            throw new ArgumentException("An observed statistic is no number: leave that test out.");
        }

        foreach (var (number, draw) in draws.Index().Where(draw => draw.Item.Length != observed.Length || draw.Item.Any(double.IsNaN)))
        {
            throw new ArgumentException($"Draw number {number} has not one number for each of the {observed.Length} tests: all tests must be drawn together.");
        }
    }
}
