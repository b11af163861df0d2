using System.Text.Json;
using Utvardering.Statistics.Intervals;
using Utvardering.Statistics.Rates;
using Utvardering.Testing;

namespace Utvardering.Statistics.Tests.Rates;

/// <summary>Against R's qchisq, qbeta and poisson.test, and Public Health England's PHEindicatormethods.</summary>
public class RatesOracleTests
{
    private static readonly Oracle Oracle = new("10_rates");

    [SharedDataTheory]
    [InlineData("garwood95", 0.95)]
    [InlineData("garwood998", 0.998)]
    public void Garwood_interval_equals_the_chi_square_formula(string of, double confidence) =>
        EqualForEveryCount(of, count => PoissonInterval.Garwood(count, confidence));

    [SharedDataTheory]
    [InlineData("byar95_breslow_day_phe", 0.95)]
    [InlineData("byar998_phe", 0.998)]
    public void Byar_interval_equals_Breslow_and_Day_s(string of, double confidence) =>
        // R has no value where the formula turns negative (x = 1 at 99.8 %): our end is 0 there.
        EqualForEveryCount(of, count => PoissonInterval.Byar(count, confidence));

    [SharedDataFact]
    public void Rates_equal_Public_Health_England_s_exact_below_ten_and_Byar_from_ten()
    {
        var phe = Oracle.Expected().GetProperty("phe_rate");
        var (counts, exposures) = (Oracle.Numbers(phe.GetProperty("x")), Oracle.Numbers(phe.GetProperty("n")));
        var (values, lows, highs) = (Oracle.Numbers(phe.GetProperty("value")), Oracle.Numbers(phe.GetProperty("lower95_0cl")), Oracle.Numbers(phe.GetProperty("upper95_0cl")));
        Assert.NotEmpty(counts);
        for (var i = 0; i < counts.Length; i++)
        {
            var rate = new CountedRate((long)counts[i], exposures[i]);
            var interval = rate.Count < 10 ? rate.Garwood(0.95, 100_000) : rate.Byar(0.95, 100_000);
            Assertion.Near(values[i], rate.Value(100_000), Tolerance());
            Assertion.Near(lows[i], interval.Low, Tolerance());
            Assertion.Near(highs[i], interval.High, Tolerance());
        }
    }

    [SharedDataTheory]
    [InlineData("clopper_pearson", "lower", "upper")]
    [InlineData("phe_wilson", "lower95_0cl", "upper95_0cl")]
    public void Intervals_of_proportions_equal_epitools_and_Public_Health_England_s(string of, string low, string high)
    {
        var expected = Oracle.Expected().GetProperty("proportions").GetProperty(of);
        var (x, n) = (Oracle.Numbers(expected.GetProperty("x")), Oracle.Numbers(expected.GetProperty("n")));
        var (lows, highs) = (Oracle.Numbers(expected.GetProperty(low)), Oracle.Numbers(expected.GetProperty(high)));
        Assert.NotEmpty(x);
        for (var i = 0; i < x.Length; i++)
        {
            var interval = of == "clopper_pearson"
                ? BinomialInterval.ClopperPearson((long)x[i], (long)n[i], 0.95)
                : BinomialInterval.Wilson((long)x[i], (long)n[i], 0.95);
            Assertion.Near(lows[i], interval.Low, Tolerance());
            Assertion.Near(highs[i], interval.High, Tolerance());
        }
    }

    [SharedDataFact]
    public void Ratio_interval_and_p_value_equal_poisson_test()
    {
        var cases = Oracle.Expected().GetProperty("rate_ratio_two_sample").EnumerateArray().ToArray();
        Assert.NotEmpty(cases);
        foreach (var expected in cases)
        {
            var ratio = new RateRatio(
                new(expected.GetProperty("x1").GetInt64(), expected.GetProperty("pt1").GetDouble()),
                new(expected.GetProperty("x2").GetInt64(), expected.GetProperty("pt2").GetDouble()));
            var exact = Oracle.Numbers(expected.GetProperty("exact_ci"));
            var wald = Oracle.Numbers(expected.GetProperty("wald_log_ci"));
            var interval = ratio.ExactInterval(0.95);

            Assertion.Near(Oracle.Number(expected.GetProperty("ratio")), ratio.Estimate, Tolerance());
            Assertion.Near(exact[0], interval.Low, Tolerance());
            Assertion.Near(exact[1], interval.High, Tolerance());
            Assertion.Near(expected.GetProperty("p_two_sided_minlike").GetDouble(), ratio.PTwoSided, Tolerance());
            if (ratio.WaldInterval(0.95) is { } approximate)
            {
                Assertion.Near(wald[0], approximate.Low, Tolerance());
                Assertion.Near(wald[1], approximate.High, Tolerance());
            }
            else
            {
                Assert.True(double.IsNaN(wald[0]));
            }
        }
    }

    private static double Tolerance() => Oracle.Expected().GetProperty("tolerances").GetProperty("exact").GetProperty("abs").GetDouble();

    private static void EqualForEveryCount(string of, Func<long, ConfidenceInterval> intervalOf)
    {
        var expected = Oracle.Expected().GetProperty("poisson_ci");
        var lows = expected.GetProperty(of).GetProperty("low").EnumerateArray().Select(low => low.ValueKind == JsonValueKind.Null ? 0 : low.GetDouble()).ToArray();
        var highs = Oracle.Numbers(expected.GetProperty(of).GetProperty("high"));
        var counts = Oracle.Numbers(expected.GetProperty("x"));
        Assert.NotEmpty(counts);
        for (var i = 0; i < counts.Length; i++)
        {
            var interval = intervalOf((long)counts[i]);
            Assertion.Near(lows[i], interval.Low, Tolerance());
            Assertion.Near(highs[i], interval.High, Tolerance());
        }
    }
}
