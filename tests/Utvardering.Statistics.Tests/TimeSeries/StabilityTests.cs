using Utvardering.Statistics.Random;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.TimeSeries;

namespace Utvardering.Statistics.Tests.TimeSeries;

public class StabilityTests
{
    [Fact]
    public void A_Chow_test_worked_by_hand()
    {
        // Means 2 (1, 3) and 7 (6, 8): apart 2 + 2 = 4; together mean 4.5, squares 12.25 + 2.25 + 2.25 + 12.25 = 29. F = 25 / (4 / 2) = 12.5.
        var test = Stability.Chow([1, 3, 6, 8], [DesignColumn.Intercept(4)], 2);
        Assert.Equal(12.5, test.Statistic, 10);

        // F(1, 2) at f has p = 1 − √(f / (f + 2)).
        Assert.Equal(1 - Math.Sqrt(12.5 / 14.5), test.PValue, 10);
    }

    [Fact]
    public void Chow_s_statistic_equals_the_naive_one() => Property.HoldsForEverySeed(
        seed =>
        {
            var (outcome, columns, design) = Case(seed);
            double Squares(int from, int to)
            {
                var slopes = NaiveLeastSquares.Fit(design[from..to], outcome[from..to]);
                return Enumerable.Range(from, to - from).Sum(t => Math.Pow(outcome[t] - design[t].Zip(slopes, (x, b) => x * b).Sum(), 2));
            }

            var apart = Squares(0, 14) + Squares(14, 25);
            return Assertion.IsNear((Squares(0, 25) - apart) / 2 / (apart / 21), Stability.Chow(outcome, columns, 14).Statistic, 1e-9);
        },
        cases: 50);

    [Fact]
    public void Recursive_residuals_equal_forecasts_from_a_regression_on_the_periods_before() => Property.HoldsForEverySeed(
        seed =>
        {
            var (outcome, columns, design) = Case(seed);
            var residuals = Stability.RecursiveResiduals(outcome, columns);
            return Enumerable.Range(2, 23).All(t =>
            {
                var slopes = NaiveLeastSquares.Fit(design[..t], outcome[..t]);
                var inverse = NaiveLeastSquares.Inverse(NaiveLeastSquares.Moments(design[..t]));
                var leverage = design[t].Zip(inverse, (x, row) => x * row.Zip(design[t], (a, b) => a * b).Sum()).Sum();
                return Assertion.IsNear((outcome[t] - design[t].Zip(slopes, (x, b) => x * b).Sum()) / Math.Sqrt(1 + leverage), residuals[t - 2], 1e-9);
            });
        },
        cases: 50);

    [Fact]
    public void Recursive_residuals_have_the_squares_of_the_whole_regression() => Property.HoldsForEverySeed(
        seed =>
        {
            // Brown, Durbin and Evans (1975), equation 5: Σ w² = RSS.
            var (outcome, columns, _) = Case(seed);
            return Assertion.IsNear(LeastSquares.Fit(outcome, columns).Deviance, Stability.RecursiveResiduals(outcome, columns).Sum(w => w * w), 1e-9);
        },
        cases: 50);

    [Fact]
    public void A_shift_in_the_middle_is_seen_and_noise_is_not()
    {
        var random = new RandomSequence(5, 61);
        double[] noise = [.. Enumerable.Range(0, 60).Select(_ => RandomCase.Normal(random))];
        double[] shifted = [.. noise.Select((y, t) => t < 30 ? y : y + 3)];
        DesignColumn[] constant = [DesignColumn.Intercept(60)];

        Assert.True(Stability.Cusum(shifted, constant).PValue < 0.001);
        Assert.True(Stability.RecursiveCusum(shifted, constant).PValue < 0.01);
        Assert.InRange(Stability.Cusum(shifted, constant).At, 27, 31);
        Assert.True(Stability.Cusum(noise, constant).PValue > 0.05);
        Assert.True(Stability.RecursiveCusum(noise, constant).PValue > 0.05);
    }

    [Theory]
    [InlineData(1.358, 0.05)]
    [InlineData(1.628, 0.01)]
    public void The_bridge_has_its_published_critical_values(double critical, double level) =>
        // Smirnov (1948), "Table for Estimating the Goodness of Fit of Empirical Distributions": 1.358 at 5 %, 1.628 at 1 %.
        Assertion.Near(level, Stability.BridgeP(critical), 2e-4);

    [Theory]
    [InlineData(0.948, 0.05)]
    [InlineData(1.143, 0.01)]
    public void Recursive_boundaries_have_their_published_levels(double critical, double level) =>
        // Brown, Durbin and Evans (1975), section 2.3: a = 0.948 at 5 %, 1.143 at 1 %.
        Assertion.Near(level, Stability.RecursiveP(critical), 5e-4);

    private static (double[] Outcome, DesignColumn[] Columns, double[][] Design) Case(ulong seed)
    {
        var random = new RandomSequence(seed, 71);
        double[] x = [.. Enumerable.Range(0, 25).Select(_ => RandomCase.Normal(random))];
        double[] outcome = [.. x.Select(value => 1 + value + RandomCase.Normal(random))];
        return (outcome, [DesignColumn.Intercept(25), new("x", x)], [.. x.Select(value => (double[])[1, value])]);
    }
}
