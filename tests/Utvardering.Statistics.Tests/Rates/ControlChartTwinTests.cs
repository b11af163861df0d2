using System.Collections.Immutable;
using Utvardering.Statistics.Random;
using Utvardering.Statistics.Rates;

namespace Utvardering.Statistics.Tests.Rates;

/// <summary>Charts against the handbook's formulas, and each signal against "is there a window through this point in which the rule holds?".</summary>
public class ControlChartTwinTests
{
    [Theory]
    [InlineData(ControlChartKind.P)]
    [InlineData(ControlChartKind.PPrime)]
    [InlineData(ControlChartKind.U)]
    [InlineData(ControlChartKind.UPrime)]
    public void Centre_and_limits_equal_the_handbook(ControlChartKind kind) => Property.HoldsForEverySeed(
        seed =>
        {
            var (counts, sizes, baseline) = Case(seed);
            var chart = ControlChart.Of(kind, counts, sizes, new() { Baseline = baseline, Scale = 1000 });
            var centre = counts.Take(baseline).Sum() / sizes.Take(baseline).Sum();
            var isProportion = kind is ControlChartKind.P or ControlChartKind.PPrime;
            double[] sigma = [.. sizes.Select(size => Math.Sqrt(centre * (isProportion ? 1 - centre : 1) / size))];
            if (kind is ControlChartKind.PPrime or ControlChartKind.UPrime)
            {
                // Laney: σ_z from moving ranges of z, those beyond 3.267 times their mean left out.
                double[] z = [.. Enumerable.Range(0, baseline).Select(i => ((counts[i] / sizes[i]) - centre) / sigma[i])];
                double[] ranges = [.. Enumerable.Range(1, baseline - 1).Select(i => Math.Abs(z[i] - z[i - 1]))];
                var kept = ranges.Where(range => range < 3.267 * ranges.Average()).Average();
                sigma = [.. sigma.Select(one => one * kept / 1.128)];
            }

            return chart.Points.Index().All(point => point.Item is var p
                && Assertion.IsNear(1000 * counts[point.Index] / sizes[point.Index], p.Value, 1e-10)
                && Assertion.IsNear(1000 * centre, p.Centre, 1e-10)
                && Limits(3, p.Lower, p.Upper, sigma[point.Index]) && Limits(2, p.InnerLower, p.InnerUpper, sigma[point.Index]));

            bool Limits(int times, double low, double high, double of) =>
                Assertion.IsNear(1000 * Math.Max(0, centre - (times * of)), low, 1e-10)
                && Assertion.IsNear(1000 * Math.Min(isProportion ? 1 : double.PositiveInfinity, centre + (times * of)), high, 1e-10);
        },
        cases: 60);

    [Fact]
    public void Every_signal_is_a_window_in_which_its_rule_holds() => Property.HoldsForEverySeed(
        seed =>
        {
            var (counts, sizes, baseline) = Case(seed);
            var chart = ControlChart.Of(ControlChartKind.U, counts, sizes, new() { Baseline = baseline });
            double[] z = [.. chart.Points.Select(point => (point.Value - point.Centre) / point.Sigma)];
            double[] values = [.. chart.Points.Select(point => point.Value)];
            int[] all = [.. Enumerable.Range(0, z.Length)];
            int[] off = [.. all.Where(i => z[i] != 0)];
            int[] distinct = [.. all.Where(i => i == 0 || values[i] != values[i - 1])];
            int[] In(int[] points, int length, Func<int[], bool> holds, Func<int, bool>? marked = null) =>
            [
                .. Enumerable.Range(0, Math.Max(0, points.Length - length + 1)).Select(start => points[start..(start + length)])
                    .Where(holds).SelectMany(window => window.Where(marked ?? (_ => true))).Distinct().Order(),
            ];
            int[] Sided(int length, int needed, double limit) => [.. new[] { -1, 1 }.SelectMany(side =>
                In(all, length, window => window.Count(i => side * z[i] > limit) >= needed, i => side * z[i] > limit)).Distinct().Order()];

            return With(SignalRule.AstronomicalPoint).SequenceEqual(all.Where(i => Math.Abs(z[i]) > 3))
                && With(SignalRule.TwoOfThree).SequenceEqual(Sided(3, 2, 2))
                && With(SignalRule.FourOfFive).SequenceEqual(Sided(5, 4, 1))
                && With(SignalRule.Shift).SequenceEqual(In(off, 8, window => window.All(i => z[i] > 0) || window.All(i => z[i] < 0)))
                && With(SignalRule.Trend).SequenceEqual(In(distinct, 6, window => Rises(window, 1) || Rises(window, -1)))
                && With(SignalRule.FifteenNearCentre).SequenceEqual(In(all, 15, window => window.All(i => Math.Abs(z[i]) < 1)));

            bool Rises(int[] window, int sign) => window.Zip(window.Skip(1)).All(pair => sign * (values[pair.Second] - values[pair.First]) > 0);
            IEnumerable<int> With(SignalRule rule) => chart.Points.Index().Where(point => point.Item.Signals.Contains(rule)).Select(point => point.Index);
        },
        cases: 400);

    // Series that drift or keep still, so that every rule is met by some seeds.
    private static (ImmutableArray<double> Counts, ImmutableArray<double> Sizes, int Baseline) Case(ulong seed)
    {
        var random = new RandomSequence(seed, 0);
        var (points, wide, drift) = (16 + random.NextBelow(25), random.NextDouble() * 4, (random.NextDouble() - 0.5) * (seed % 3));
        ImmutableArray<double> sizes = [.. Enumerable.Range(0, points).Select(_ => 100.0 + random.NextBelow(200))];
        return ([.. sizes.Select((size, i) => Math.Clamp(Math.Round((0.3 * size) + (wide * random.NextNormal()) + (drift * i)), 0, size))], sizes, 8 + random.NextBelow(points - 8));
    }
}
