using System.Collections.Immutable;
using System.Text.Json;
using MathNet.Numerics.Distributions;
using Utvardering.Statistics.Rates;
using Utvardering.Testing;

namespace Utvardering.Statistics.Tests.Rates;

/// <summary>Against Public Health England's PHEindicatormethods and FunnelPlotR.</summary>
public class FunnelTests
{
    private static readonly Oracle Oracle = new("10_rates");

    [SharedDataFact]
    public void Ratio_funnel_by_observed_count_equals_Public_Health_England_s()
    {
        var points = Oracle.Expected().GetProperty("funnel_ratio_points");
        foreach (var (i, count) in Oracle.Numbers(points.GetProperty("Observed_events")).Index())
        {
            foreach (var (name, confidence) in new[] { ("2s", 0.95), ("3s", 0.998) })
            {
                var expected = FunnelLimits.ExpectedWithCountOnLimit((long)count, confidence);
                Near(points, $"lower_{name}_exp_events", i, expected.High);
                Near(points, $"upper_{name}_exp_events", i, expected.Low);
                Near(points, $"lower_{name}_limit", i, 100 * count / expected.High);
                Near(points, $"upper_{name}_limit", i, 100 * count / expected.Low, 1e-6 + (1e-7 / expected.Low));
            }
        }
    }

    [SharedDataFact]
    public void Rate_funnel_by_observed_count_equals_Public_Health_England_s()
    {
        var points = Oracle.Expected().GetProperty("funnel_rate_points");
        var baseline = Oracle.Numbers(points.GetProperty("baseline"))[0];
        foreach (var (i, count) in Oracle.Numbers(points.GetProperty("Events")).Index())
        {
            foreach (var (name, confidence) in new[] { ("2s", 0.95), ("3s", 0.998) })
            {
                var expected = FunnelLimits.ExpectedWithCountOnLimit((long)count, confidence);
                Near(points, $"lower_{name}_population_1_year", i, expected.High / baseline * 100_000);
                Near(points, $"upper_{name}_limit", i, count / expected.Low * baseline);
            }
        }
    }

    [SharedDataFact]
    public void Proportion_funnel_equals_Public_Health_England_s()
    {
        var points = Oracle.Expected().GetProperty("funnel_proportion_points");
        var target = Oracle.Numbers(points.GetProperty("baseline"))[0] / 100;
        foreach (var (i, size) in Oracle.Numbers(points.GetProperty("Population")).Index())
        {
            foreach (var (name, confidence) in new[] { ("2s", 0.95), ("3s", 0.998) })
            {
                var limits = FunnelLimits.Proportion(target, (long)size, confidence, FunnelMethod.Normal);
                Near(points, $"lower_{name}_limit", i, 100 * limits.Low);
                Near(points, $"upper_{name}_limit", i, 100 * limits.High);
            }
        }
    }

    [SharedDataFact]
    public void Units_outside_the_limits_are_those_of_Public_Health_England()
    {
        var expected = Oracle.Expected().GetProperty("funnel_ratio_significance").EnumerateArray().Select(level => level.GetString()).ToArray();
        var actual = Oracle.Rows("funnel_ratio.csv").Select(row => ((long)Oracle.Number(row["obs"]), Oracle.Number(row["expected"]))).Select(Level).ToArray();
        Assert.Equal(expected, actual);

        static string Level((long Observed, double Expected) unit)
        {
            var (inner, outer) = (FunnelLimits.ExpectedWithCountOnLimit(unit.Observed, 0.95), FunnelLimits.ExpectedWithCountOnLimit(unit.Observed, 0.998));
            return unit.Expected < outer.Low ? "High (0.001)" : unit.Expected > outer.High ? "Low (0.001)"
                : unit.Expected < inner.Low ? "High (0.025)" : unit.Expected > inner.High ? "Low (0.025)" : "Not significant";
        }
    }

    [SharedDataTheory]
    [InlineData("SHMI", FunnelScale.LogRatio, OutlierTreatment.Truncate)]
    [InlineData("CQC", FunnelScale.RootRatio, OutlierTreatment.Winsorise)]
    public void Over_dispersed_ratios_equal_FunnelPlotR(string of, FunnelScale scale, OutlierTreatment outliers)
    {
        var expected = Oracle.Expected().GetProperty("funnel_overdispersion_FunnelPlotR").GetProperty(of);
        ImmutableArray<FunnelPoint> points = [.. Oracle.Rows("funnel_ratio.csv").Select((row, i) => new FunnelPoint($"{i}", Oracle.Number(row["obs"]), Oracle.Number(row["expected"])))];
        var funnel = OverdispersedFunnel.Of(points, new() { Scale = scale, Outliers = outliers });

        Assert.Equal(expected.GetProperty("n_used").GetInt32(), funnel.Used);
        Assertion.Near(expected.GetProperty("phi").GetDouble(), funnel.Phi, 1e-9);
        Assertion.Near(expected.GetProperty("tau2").GetDouble(), funnel.Tau2, 1e-9);
        Assert.All(Oracle.Numbers(expected.GetProperty("z")).Zip(funnel.ZScores), pair => Assertion.Near(pair.First, pair.Second, 1e-9));
        Assert.All(Oracle.Numbers(expected.GetProperty("z_adjusted")).Zip(funnel.AdjustedZScores), pair => Assertion.Near(pair.First, pair.Second, 1e-9));

        // FunnelPlotR leaves the root scale's limits as roots beside plain ratios; ours are squared back. It rounds z to 1.959964 and 3.090232 for these limits.
        double Shown(double limit) => scale == FunnelScale.RootRatio ? Math.Sqrt(limit) : limit;
        foreach (var (name, confidence, z) in new[] { ("95", 0.95, 1.959964), ("998", 0.998, 3.090232) })
        {
            var (low, high) = (Oracle.Numbers(expected.GetProperty("limits_od").GetProperty("odll" + name)), Oracle.Numbers(expected.GetProperty("limits_od").GetProperty("odul" + name)));
            var (poissonLow, poissonHigh) = (Oracle.Numbers(expected.GetProperty("limits_poisson").GetProperty("ll" + name)), Oracle.Numbers(expected.GetProperty("limits_poisson").GetProperty("ul" + name)));
            foreach (var (i, point) in points.Index())
            {
                var (additive, plain) = (funnel.Additive(point.Denominator, 1 - (2 * Normal.CDF(0, 1, -z))), FunnelLimits.Ratio(point.Denominator, confidence, FunnelMethod.ChiSquared));
                Assertion.Near(low[i], Shown(additive.Low), 1e-9);
                Assertion.Near(high[i], Shown(additive.High), 1e-9);
                Assertion.Near(poissonLow[i], plain.Low, 1e-9);
                Assertion.Near(poissonHigh[i], plain.High, 1e-9);
            }
        }
    }

    [SharedDataFact]
    public void Over_dispersed_proportions_equal_FunnelPlotR()
    {
        var expected = Oracle.Expected().GetProperty("funnel_overdispersion_FunnelPlotR").GetProperty("PR_arcsine");
        var funnel = OverdispersedFunnel.Of(
            [.. Oracle.Rows("funnel_proportion.csv").Select((row, i) => new FunnelPoint($"{i}", Oracle.Number(row["numerator"]), Oracle.Number(row["denominator"])))],
            new() { Scale = FunnelScale.ArcsineProportion });

        Assertion.Near(expected.GetProperty("phi").GetDouble(), funnel.Phi, 1e-9);
        Assertion.Near(expected.GetProperty("tau2").GetDouble(), funnel.Tau2, 1e-9);
        Assertion.Near(expected.GetProperty("target").GetDouble(), funnel.Target, 1e-9);
        Assert.All(Oracle.Numbers(expected.GetProperty("z")).Zip(funnel.ZScores), pair => Assertion.Near(pair.First, pair.Second, 1e-9));
    }

    [Theory]
    [InlineData(FunnelMethod.Exact)]
    [InlineData(FunnelMethod.Normal)]
    [InlineData(FunnelMethod.ChiSquared)]
    public void Limits_close_in_on_the_target_and_meet_the_normal_ones(FunnelMethod method)
    {
        var (small, large) = (FunnelLimits.Ratio(20, 0.95, method), FunnelLimits.Ratio(20_000, 0.95, method));
        Assert.True(small.Low < large.Low && large.High < small.High && small.Contains(1));

        // 1 ± 1.95996 / √20000
        Assertion.Near(1 - 0.013859, large.Low, 1e-4);
        Assertion.Near(1 + 0.013859, large.High, 1e-4);
    }

    [Fact]
    public void Exact_limits_interpolate_the_quantile_worked_by_hand()
    {
        // Two coins: P(X ≤ 0) = 1/4, P(X ≤ 1) = 3/4. At α/2 = 0.375: r = 1, limit (1 − (0.75 − 0.375) / 0.5) / 2 = 0.125.
        var coins = FunnelLimits.Proportion(0.5, 2, 0.25);
        Assertion.Near(0.125, coins.Low, 1e-12);

        // At 0.625: r = 1, (1 − (0.75 − 0.625) / 0.5) / 2 = 0.375.
        Assertion.Near(0.375, coins.High, 1e-12);
    }

    [Fact]
    public void Without_over_dispersion_the_limits_are_those_of_chance()
    {
        // Every unit as expected: φ = 0, so neither limit is widened.
        var funnel = OverdispersedFunnel.Of([new("a", 100, 100), new("b", 50, 50), new("c", 10, 10)]);
        var expected = Math.Pow(1 + (1.959963984540054 / 20), 2);

        Assert.Equal(0, funnel.Tau2);
        Assertion.Near(expected, funnel.Additive(100, 0.95).High, 1e-12);
        Assertion.Near(expected, funnel.Multiplicative(100, 0.95).High, 1e-12);
    }

    [Fact]
    public void A_unit_that_does_not_fit_is_named()
    {
        Assert.Contains("Kiruna", Assert.Throws<ArgumentException>(() => OverdispersedFunnel.Of([new("Kiruna", 1, 0), new("b", 1, 1), new("c", 1, 1)])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => FunnelLimits.Ratio(0, 0.95));
        Assert.Throws<ArgumentException>(() => FunnelLimits.Proportion(0.5, 10, 0.95, FunnelMethod.ChiSquared));
    }

    // PHE's figures are accurate to 1e-7 events (bisection): relative for large counts, absolute below one.
    private static void Near(JsonElement points, string name, int i, double actual, double relative = 1e-6)
    {
        var expected = Oracle.Numbers(points.GetProperty(name))[i];
        Assertion.Near(expected, actual, relative * Math.Max(1, Math.Abs(expected)));
    }
}
