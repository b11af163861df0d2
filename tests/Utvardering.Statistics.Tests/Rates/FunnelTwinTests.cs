using System.Collections.Immutable;
using Utvardering.Statistics.Random;
using Utvardering.Statistics.Rates;

namespace Utvardering.Statistics.Tests.Rates;

/// <summary>Funnels against their definitions: probabilities added up count by count, over-dispersion by the papers' sums.</summary>
public class FunnelTwinTests
{
    // Φ⁻¹(0.975) and Φ⁻¹(0.999), from tables.
    private static readonly (double Confidence, double Z)[] Levels = [(0.95, 1.959963984540054), (0.998, 3.090232306167813)];

    [Fact]
    public void Exact_limits_of_ratios_equal_Poisson_probabilities_added_up() => Property.HoldsForEverySeed(
        seed =>
        {
            var expected = 0.3 + (60 * new RandomSequence(seed, 0).NextDouble());
            IEnumerable<double> Poisson()
            {
                var probability = Math.Exp(-expected);
                for (var count = 0; ; count++)
                {
                    yield return probability;
                    probability *= expected / (count + 1);
                }
            }

            return Array.TrueForAll(Levels, level => FunnelLimits.Ratio(expected, level.Confidence) is var limits
                && Assertion.IsNear(Interpolated(Poisson(), (1 - level.Confidence) / 2) / expected, limits.Low, 1e-10)
                && Assertion.IsNear(Interpolated(Poisson(), (1 + level.Confidence) / 2) / expected, limits.High, 1e-10));
        },
        cases: 60);

    [Fact]
    public void Exact_limits_of_proportions_equal_binomial_probabilities_added_up() => Property.HoldsForEverySeed(
        seed =>
        {
            var random = new RandomSequence(seed, 0);
            var (target, size) = (0.05 + (0.9 * random.NextDouble()), 5 + random.NextBelow(80));
            IEnumerable<double> Binomial()
            {
                var ways = 1.0;
                for (var count = 0; count <= size; count++)
                {
                    yield return ways * Math.Pow(target, count) * Math.Pow(1 - target, size - count);
                    ways *= (size - count) / (count + 1.0);
                }
            }

            return Array.TrueForAll(Levels, level => FunnelLimits.Proportion(target, size, level.Confidence) is var limits
                && Assertion.IsNear(Interpolated(Binomial(), (1 - level.Confidence) / 2) / size, limits.Low, 1e-10)
                && Assertion.IsNear(Interpolated(Binomial(), (1 + level.Confidence) / 2) / size, limits.High, 1e-10));
        },
        cases: 60);

    [Theory]
    [InlineData(FunnelScale.LogRatio, OutlierTreatment.Truncate)]
    [InlineData(FunnelScale.LogRatio, OutlierTreatment.Winsorise)]
    [InlineData(FunnelScale.RootRatio, OutlierTreatment.Truncate)]
    [InlineData(FunnelScale.RootRatio, OutlierTreatment.Winsorise)]
    [InlineData(FunnelScale.ArcsineProportion, OutlierTreatment.Truncate)]
    [InlineData(FunnelScale.ArcsineProportion, OutlierTreatment.Winsorise)]
    public void Over_dispersed_limits_equal_the_papers_sums(FunnelScale scale, OutlierTreatment outliers) => Property.HoldsForEverySeed(
        seed =>
        {
            var random = new RandomSequence(seed, 0);
            ImmutableArray<FunnelPoint> points = [.. Enumerable.Range(0, 8 + random.NextBelow(20)).Select(i =>
            {
                var denominator = 20 + (double)random.NextBelow(200);
                return new FunnelPoint($"{i}", 1 + Math.Floor(0.6 * denominator * random.NextDouble()), denominator);
            })];
            var actual = OverdispersedFunnel.Of(points, new() { Scale = scale, Outliers = outliers });

            Func<double, double> transform = scale switch { FunnelScale.LogRatio => Math.Log, FunnelScale.RootRatio => Math.Sqrt, _ => p => Math.Asin(Math.Sqrt(p)) };
            var target = transform(scale == FunnelScale.ArcsineProportion ? points.Sum(point => point.Numerator) / points.Sum(point => point.Denominator) : 1);
            double Error(double denominator) => scale == FunnelScale.LogRatio ? Math.Sqrt(1 / denominator) : Math.Sqrt(1 / (4 * denominator));
            double[] s = [.. points.Select(point => Error(point.Denominator))];
            double[] z = [.. points.Select((point, i) => (transform(point.Numerator / point.Denominator) - target) / s[i])];
            var (low, high) = (Quantile(z, 0.1), Quantile(z, 0.9));
            int[] used = [.. Enumerable.Range(0, z.Length).Where(i => outliers == OutlierTreatment.Winsorise || (z[i] >= low && z[i] <= high))];
            var phi = used.Sum(i => Math.Pow(Math.Min(high, Math.Max(low, z[i])), 2)) / used.Length;
            double W(int power) => used.Sum(i => Math.Pow(s[i], -2 * power));
            var tau2 = Math.Max(0, ((used.Length * phi) - used.Length + 1) / (W(1) - (W(2) / W(1))));

            bool Equal(Intervals.ConfidenceInterval limits, double half) => Assertion.IsNear(Back(target - half), limits.Low, 1e-10) && Assertion.IsNear(Back(target + half), limits.High, 1e-10);
            double Back(double value) => scale == FunnelScale.LogRatio ? Math.Exp(value)
                : scale == FunnelScale.RootRatio ? Math.Pow(Math.Max(value, 0), 2) : Math.Pow(Math.Sin(Math.Min(Math.Max(value, 0), Math.PI / 2)), 2);
            return actual.Used == used.Length && Assertion.IsNear(phi, actual.Phi, 1e-10) && Assertion.IsNear(tau2, actual.Tau2, 1e-10)
                && Enumerable.Range(0, z.Length).All(i => Assertion.IsNear(z[i], actual.ZScores[i], 1e-10)
                    && Assertion.IsNear(z[i] / Math.Sqrt(1 + (tau2 / (s[i] * s[i]))), actual.AdjustedZScores[i], 1e-10))
                && Levels.All(level => Equal(actual.Additive(50, level.Confidence), level.Z * Math.Sqrt(Math.Pow(Error(50), 2) + tau2))
                    && Equal(actual.Multiplicative(50, level.Confidence), level.Z * Math.Sqrt(Math.Max(phi, 1)) * Error(50)));
        },
        cases: 30);

    // r − (P(X ≤ r) − p) / P(X = r), r the first count with P(X ≤ r) ≥ p.
    private static double Interpolated(IEnumerable<double> probabilities, double p)
    {
        var below = 0.0;
        foreach (var (count, probability) in probabilities.Index())
        {
            below += probability;
            if (below >= p)
            {
                return Math.Max(0, count - ((below - p) / probability));
            }
        }

        throw new InvalidOperationException("The probabilities do not reach p.");
    }

    // R's default: the value at place 1 + (n − 1) p, between neighbours by the share of the way.
    private static double Quantile(double[] values, double p)
    {
        var sorted = values.Order().ToArray();
        var place = (sorted.Length - 1) * p;
        var (below, above) = ((int)Math.Floor(place), (int)Math.Ceiling(place));
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
