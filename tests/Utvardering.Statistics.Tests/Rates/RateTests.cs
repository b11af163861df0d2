using Utvardering.Statistics.Rates;

namespace Utvardering.Statistics.Tests.Rates;

public class RateTests
{
    [Fact]
    public void No_events_leave_an_upper_end_of_minus_log_of_the_tail()
    {
        // P(0 events | μ) = e^(−μ) = 0.025 at μ = −ln 0.025
        var interval = PoissonInterval.Garwood(0, 0.95);
        Assert.Equal(0, interval.Low);
        Assertion.Near(-Math.Log(0.025), interval.High, 1e-12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(5_000)]
    [InlineData(60_000)]
    public void The_ends_of_the_exact_interval_make_the_count_as_rare_as_the_tail(int count)
    {
        var interval = PoissonInterval.Garwood(count, 0.95);

        // Σ e^(−μ) μ^k / k!, added term by term in logarithms.
        double Below(double mean, int most)
        {
            double sum = 0, logFactorial = 0;
            for (var k = 0; k <= most; k++)
            {
                logFactorial += k == 0 ? 0 : Math.Log(k);
                sum += Math.Exp((k * Math.Log(mean)) - mean - logFactorial);
            }

            return sum;
        }

        Assertion.Near(0.025, 1 - Below(interval.Low, count - 1), 1e-8);
        Assertion.Near(0.025, Below(interval.High, count), 1e-8);
    }

    [Fact]
    public void A_rare_trait_has_its_lower_end_to_ten_digits()
    {
        // One of a million: (1 − L)ⁿ = 1 − α/2, so L = 1 − e^(−y) = y − y²/2 with y = −ln(0.975) / 1 000 000.
        var y = -Math.Log(0.975) / 1_000_000;
        Assertion.Near(y - (y * y / 2), BinomialInterval.ClopperPearson(1, 1_000_000, 0.95).Low, 1e-17);
    }

    [Fact]
    public void A_rate_is_per_hundred_thousand_and_year_at_that_scale() =>
        // 30 in 120 000 person-months: 30 / 120 000 × 12 × 100 000 = 300
        Assert.Equal(300, new CountedRate(30, 120_000).Value(1_200_000), 9);

    [Fact]
    public void Exact_ratio_interval_holds_at_large_counts()
    {
        // The normal approximation of the log ratio is good to about 1/x at such counts.
        var ratio = new RateRatio(new(80_000, 1000), new(60_000, 1000));
        var (exact, wald) = (ratio.ExactInterval(0.95), ratio.WaldInterval(0.95)!.Value);

        Assertion.Near(wald.Low, exact.Low, 2e-4);
        Assertion.Near(wald.High, exact.High, 2e-4);
    }

    [Fact]
    public void The_ratio_turned_over_has_its_interval_turned_over() => Property.HoldsForEverySeed(seed =>
    {
        var random = new Statistics.Random.RandomSequence(seed, 0);
        var (one, other) = (new CountedRate(1 + random.NextBelow(30), 100 + random.NextBelow(900)), new CountedRate(1 + random.NextBelow(30), 100 + random.NextBelow(900)));
        var (there, back) = (new RateRatio(one, other).ExactInterval(0.9), new RateRatio(other, one).ExactInterval(0.9));
        return Assertion.IsNear(1, there.Low * back.High, 1e-10) && Assertion.IsNear(1, there.High * back.Low, 1e-10)
            && Assertion.IsNear(new RateRatio(one, other).PTwoSided, new RateRatio(other, one).PTwoSided, 1e-10);
    });

    [Fact]
    public void Two_counts_of_zero_say_nothing_about_the_ratio()
    {
        var ratio = new RateRatio(new(0, 10), new(0, 20));

        Assert.Equal(double.NaN, ratio.Estimate);
        Assert.Equal((0, double.PositiveInfinity), (ratio.ExactInterval(0.95).Low, ratio.ExactInterval(0.95).High));
        Assert.Null(ratio.WaldInterval(0.95));
        Assert.Equal(1, ratio.PTwoSided);
    }

    [Fact]
    public void Difference_recovers_the_spread_of_both_rates()
    {
        // Rates 10/100 and 5/100, per 1000: 100 and 50. Garwood's limits from the published table (counts): 10 → 4.795389, 18.390356; 5 → 1.623486, 11.668332.
        // L = 50 − √(52.04611² + 66.68332²) = 50 − 84.58966;  U = 50 + √(83.90356² + 33.76514²) = 50 + 90.44328
        var difference = new RateDifference(new(10, 100), new(5, 100));
        var interval = difference.Interval(0.95, scale: 1000);

        Assert.Equal(50, difference.Estimate(1000), 9);
        Assertion.Near(50 - Math.Sqrt((52.04611 * 52.04611) + (66.68332 * 66.68332)), interval.Low, 1e-4);
        Assertion.Near(50 + Math.Sqrt((83.90356 * 83.90356) + (33.76514 * 33.76514)), interval.High, 1e-4);
    }

    [Fact]
    public void The_difference_turned_round_has_its_interval_turned_round()
    {
        var (one, other) = (new CountedRate(3, 100), new CountedRate(0, 50));
        var (there, back) = (new RateDifference(one, other).Interval(0.95), new RateDifference(other, one).Interval(0.95));

        Assertion.Near(there.Low, -back.High, 1e-15);
        Assertion.Near(there.High, -back.Low, 1e-15);
    }

    [Theory]
    [InlineData(-1, 10)]
    [InlineData(1, 0)]
    [InlineData(1, double.NaN)]
    public void A_negative_count_or_no_exposure_is_refused(long count, double exposure) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CountedRate(count, exposure));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_confidence_of_nothing_or_everything_is_refused(double confidence)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PoissonInterval.Garwood(1, confidence));
        Assert.Throws<ArgumentOutOfRangeException>(() => PoissonInterval.Byar(1, confidence));
        Assert.Throws<ArgumentOutOfRangeException>(() => BinomialInterval.Wilson(1, 2, confidence));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RateRatio(new(0, 1), new(0, 1)).ExactInterval(confidence));
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(-1, 2)]
    [InlineData(0, 0)]
    public void More_with_the_trait_than_there_are_is_refused(long x, long n) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BinomialInterval.ClopperPearson(x, n, 0.95));
}
