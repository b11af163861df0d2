using Utvardering.Statistics.Random;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.TimeSeries;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Tests.TimeSeries;

public class InterruptedTimeSeriesTests
{
    [Fact]
    public void A_series_without_noise_gives_back_its_level_and_slope()
    {
        // 10 + 2t, then 5 less and 0.5 a period less: the first period after has −5 − 0.5.
        var series = new InterruptedSeries([.. Enumerable.Range(1, 20).Select(t => 10 + (2.0 * t) - (t > 12 ? 5 + (0.5 * (t - 12)) : 0))], 12);
        var estimate = InterruptedTimeSeries.LeastSquares(series);

        Assert.Equal(-5, estimate.Level.Value, 9);
        Assert.Equal(-0.5, estimate.Slope!.Value, 9);
        Assert.Equal(50, estimate.Counterfactual[19], 9);
        Assert.Equal(41, estimate.Fitted[19], 9);
    }

    [Fact]
    public void Newey_West_errors_equal_the_naive_double_sum() => Property.HoldsForEverySeed(
        seed =>
        {
            var series = Random(seed);
            var estimate = InterruptedTimeSeries.LeastSquares(series, new() { Lag = 3, AdjustForParameters = false });
            double[][] design = [.. Enumerable.Range(0, 30).Select(t => (double[])[1, t + 1, t >= 18 ? 1 : 0, Math.Max(0, t - 17)])];
            var slopes = NaiveLeastSquares.Fit(design, series.Outcome);
            var inverse = NaiveLeastSquares.Inverse(NaiveLeastSquares.Moments(design));
            double[] pull = [.. design.Select((row, t) => row.Zip(inverse[2], (x, b) => x * b).Sum() * (series.Outcome[t] - row.Zip(slopes, (x, b) => x * b).Sum()))];
            var variance = (from s in Enumerable.Range(0, 30) from t in Enumerable.Range(0, 30) where Math.Abs(s - t) <= 3 select (1 - (Math.Abs(s - t) / 4.0)) * pull[s] * pull[t]).Sum();
            return Assertion.IsNear(slopes[2], estimate.Level.Value, 1e-9) && Assertion.IsNear(Math.Sqrt(variance), estimate.Level.StandardError, 1e-9);
        },
        cases: 30);

    [Fact]
    public void A_control_series_gives_the_difference_of_the_two_changes() => Property.HoldsForEverySeed(
        seed =>
        {
            var (treated, control) = (Random(seed), Random(seed + 7));
            var both = InterruptedTimeSeries.Controlled(treated, control, new() { Lag = 2, AdjustForParameters = false });
            var (one, other) = (
                InterruptedTimeSeries.LeastSquares(treated, new() { Lag = 2, AdjustForParameters = false }),
                InterruptedTimeSeries.LeastSquares(control, new() { Lag = 2, AdjustForParameters = false }));
            var (level, slope) = (both.Level, both.Slope!);

            // Separate models share nothing: their variances add up.
            return Assertion.IsNear(one.Level.Value - other.Level.Value, level.Value, 1e-9)
                && Assertion.IsNear(one.Slope!.Value - other.Slope!.Value, slope.Value, 1e-9)
                && Assertion.IsNear(Math.Sqrt(Math.Pow(one.Level.StandardError, 2) + Math.Pow(other.Level.StandardError, 2)), level.StandardError, 1e-8)
                && level.DegreesOfFreedom == 60 - 8;
        },
        cases: 30);

    [Fact]
    public void The_likelihood_of_autoregressive_errors_is_the_normal_density_at_its_top() => Property.HoldsForEverySeed(
        seed =>
        {
            var series = Random(seed);
            var columns = InterruptionDesign.Columns(series, new());
            var fit = AutoregressiveLeastSquares.Fit(series.Outcome, columns, AutoregressiveMethod.MaximumLikelihood);
            double Naive(double rho) => NaiveLogLikelihood(series.Outcome, columns, rho);
            return Assertion.IsNear(Naive(fit.Rho), fit.LogLikelihood, 1e-8) && Naive(fit.Rho) >= Naive(fit.Rho + 1e-3) && Naive(fit.Rho) >= Naive(fit.Rho - 1e-3);
        },
        cases: 20);

    [Fact]
    public void Another_unit_of_measurement_scales_every_estimate() => Property.HoldsForEverySeed(
        seed =>
        {
            var series = Random(seed);
            var scaled = series with { Outcome = [.. series.Outcome.Select(y => 1000 * y)] };
            var columns = InterruptionDesign.Columns(series, new());
            var (one, other) = (InterruptedTimeSeries.LeastSquares(series).Level, InterruptedTimeSeries.LeastSquares(scaled).Level);
            var (auto, scaledAuto) = (AutoregressiveLeastSquares.Fit(series.Outcome, columns), AutoregressiveLeastSquares.Fit(scaled.Outcome, columns));
            return Assertion.IsNear(1000 * one.Value, other.Value, 1e-6) && Assertion.IsNear(1000 * one.StandardError, other.StandardError, 1e-6)
                && Assertion.IsNear(auto.Rho, scaledAuto.Rho, 1e-6) && Assertion.IsNear(1, scaledAuto.Sigma / (1000 * auto.Sigma), 1e-5);
        },
        cases: 20);

    [Fact]
    public void A_short_time_before_is_told() => Assert.Contains(
        new(EstimationWarningKind.ShortPrePeriod, Value: 5, Limit: 8),
        InterruptedTimeSeries.LeastSquares(Random(1) with { Interruption = 5 }).Warnings);

    [Fact]
    public void Series_that_cannot_be_modelled_are_refused_with_the_reason()
    {
        void Refused(string said, Func<object> act) => Assert.Contains(said, Assert.Throws<ArgumentException>(act).Message, StringComparison.Ordinal);

        Refused("at least two before", () => InterruptedTimeSeries.LeastSquares(Random(1) with { Interruption = 30 }));
        Refused("Period 3", () => InterruptedTimeSeries.LeastSquares(new([1, 2, 3, double.NaN, 5], 3)));
        Refused("numbered from 1", () => InterruptedTimeSeries.LeastSquares(Random(1) with { FirstSeason = 13 }));
        Refused("same periods", () => InterruptedTimeSeries.Controlled(Random(1), Random(1) with { Interruption = 9 }));
    }

    internal static InterruptedSeries Random(ulong seed)
    {
        var random = new RandomSequence(seed, 51);
        double error = 0;
        return new(
            [.. Enumerable.Range(0, 30).Select(t =>
            {
                error = (0.4 * error) + RandomCase.Normal(random);
                return 5 + (0.1 * t) + (t >= 18 ? 1 : 0) + error;
            })],
            18);
    }

    // log N(y; Xβ, σ²R) with R_st = ρ^|s−t|, β and σ at their best: −½ [n log(2π r′R⁻¹r / n) + log |R| + n].
    private static double NaiveLogLikelihood(double[] outcome, DesignColumn[] columns, double rho)
    {
        var n = outcome.Length;
        double[][] correlation = [.. Enumerable.Range(0, n).Select(s => Enumerable.Range(0, n).Select(t => Math.Pow(rho, Math.Abs(s - t))).ToArray())];
        var inverse = NaiveLeastSquares.Inverse(correlation);
        double Product(double[] a, double[] b) => Enumerable.Range(0, n).Sum(s => a[s] * inverse[s].Zip(b, (w, y) => w * y).Sum());
        double[][] moments = [.. columns.Select(one => columns.Select(other => Product(one.Values, other.Values)).ToArray())];
        double[] right = [.. columns.Select(column => Product(column.Values, outcome))];
        double[] slopes = [.. NaiveLeastSquares.Inverse(moments).Select(row => row.Zip(right, (a, b) => a * b).Sum())];
        double[] residuals = [.. outcome.Select((y, t) => y - columns.Zip(slopes, (column, slope) => column.Values[t] * slope).Sum())];
        return -0.5 * ((n * Math.Log(2 * Math.PI * Product(residuals, residuals) / n)) + ((n - 1) * Math.Log(1 - (rho * rho))) + n);
    }
}
