using System.Collections.Immutable;

namespace Utvardering.Statistics.Rates;

/// <summary>Finds the patterns of <see cref="SignalRule"/> in a series of z-scores.</summary>
internal static class Signals
{
    private const int NearCentre = 15;

    public static ImmutableArray<ImmutableArray<SignalRule>> Of(double[] z, double[] values, ControlChartOptions options)
    {
        var found = z.Select(_ => new SortedSet<SignalRule>()).ToArray();
        Mark(found, SignalRule.AstronomicalPoint, Enumerable.Range(0, z.Length).Where(i => Math.Abs(z[i]) > 3));
        foreach (var side in new[] { -1, 1 })
        {
            Mark(found, SignalRule.TwoOfThree, Most(z, side, limit: 2, needed: 2, window: 3));
            Mark(found, SignalRule.FourOfFive, Most(z, side, limit: 1, needed: 4, window: 5));
        }

        Mark(found, SignalRule.Shift, Runs(z.Select(Math.Sign).ToArray(), options.ShiftLength));
        Mark(found, SignalRule.Trend, Trends(values, options.TrendLength));
        Mark(found, SignalRule.FifteenNearCentre, Runs(z.Select(score => Math.Abs(score) < 1 ? 1 : -1).ToArray(), NearCentre, only: 1));
        return [.. found.Select(rules => rules.ToImmutableArray())];
    }

    private static void Mark(SortedSet<SignalRule>[] found, SignalRule rule, IEnumerable<int> points)
    {
        foreach (var point in points)
        {
            found[point].Add(rule);
        }
    }

    private static IEnumerable<int> Most(double[] z, int side, double limit, int needed, int window)
    {
        for (var start = 0; start + window <= z.Length; start++)
        {
            var beyond = Enumerable.Range(start, window).Where(i => side * z[i] > limit).ToArray();
            foreach (var point in beyond.Length >= needed ? beyond : [])
            {
                yield return point;
            }
        }
    }

    // Points in a run of equal signs; zeros are passed over.
    private static IEnumerable<int> Runs(int[] sides, int length, int? only = null)
    {
        var run = new List<int>();
        for (var i = 0; i <= sides.Length; i++)
        {
            if (i < sides.Length && sides[i] == 0)
            {
                continue;
            }

            if (i == sides.Length || (run.Count > 0 && sides[run[^1]] != sides[i]))
            {
                foreach (var point in run.Count >= length && (only is null || sides[run[0]] == only) ? run : [])
                {
                    yield return point;
                }

                run = [];
            }

            run.Add(i);
        }
    }

    // A trend of k points is a run of k − 1 steps of one sign.
    private static IEnumerable<int> Trends(double[] values, int length)
    {
        var distinct = Enumerable.Range(0, values.Length).Where(i => i == 0 || values[i] != values[i - 1]).ToArray();
        var steps = distinct.Skip(1).Zip(distinct, (next, here) => Math.Sign(values[next] - values[here])).ToArray();
        foreach (var step in Runs(steps, length - 1))
        {
            yield return distinct[step];
            yield return distinct[step + 1];
        }
    }
}
