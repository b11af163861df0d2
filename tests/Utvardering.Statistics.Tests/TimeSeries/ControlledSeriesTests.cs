using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Random;
using Utvardering.Statistics.TimeSeries;

namespace Utvardering.Statistics.Tests.TimeSeries;

/// <summary>A treated beside a control series: AR(1) errors and counts.</summary>
public class ControlledSeriesTests
{
    [Theory]
    [InlineData(AutoregressiveMethod.MaximumLikelihood)]
    [InlineData(AutoregressiveMethod.RestrictedMaximumLikelihood)]
    public void Two_series_with_one_correlation_equal_the_normal_density_with_its_whole_matrix(AutoregressiveMethod method) => Property.HoldsForEverySeed(
        seed =>
        {
            var (treated, control) = (InterruptedTimeSeriesTests.Random(seed), InterruptedTimeSeriesTests.Random(seed + 1_000_003));
            var result = InterruptedTimeSeries.ControlledAutoregressive(treated, control, new() { Autoregression = method });
            var (beta, error, _) = Naive(treated, control, result.Rho!.Value, method);
            double Likelihood(double rho) => Naive(treated, control, rho, method).LogLikelihood;
            return Assertion.IsNear(beta, result.Level.Value, 1e-10) && Assertion.IsNear(error, result.Level.StandardError, 1e-10)
                && Likelihood(result.Rho.Value) >= Likelihood(result.Rho.Value + 1e-4) && Likelihood(result.Rho.Value) >= Likelihood(result.Rho.Value - 1e-4);
        },
        cases: 20);

    [Fact]
    public void Prais_and_Winsten_s_correlation_is_of_neighbours_within_a_series() => Property.HoldsForEverySeed(
        seed =>
        {
            var (treated, control) = (InterruptedTimeSeriesTests.Random(seed), InterruptedTimeSeriesTests.Random(seed + 1_000_003));
            var result = InterruptedTimeSeries.ControlledAutoregressive(treated, control, new() { Autoregression = AutoregressiveMethod.PraisWinsten });
            var both = ControlledDesign.Of(treated, control, new());
            double[] errors = [.. both.Outcome.Select((y, row) => y - both.Columns.Sum(column => column.Values[row] * result.Coefficients[column.Name].Value))];
            int[] later = [.. Enumerable.Range(1, errors.Length - 1).Where(row => row != both.Periods)];
            return Assertion.IsNear(later.Sum(row => errors[row] * errors[row - 1]) / later.Sum(row => errors[row - 1] * errors[row - 1]), result.Rho!.Value, 1e-9);
        },
        cases: 20);

    [Fact]
    public void Counts_of_two_series_are_two_regressions_with_one_dispersion() => Property.HoldsForEverySeed(
        seed =>
        {
            var (treated, control) = (Counts(seed, 1), Counts(seed, 2));
            var (one, other) = (InterruptedTimeSeries.QuasiPoisson(treated), InterruptedTimeSeries.QuasiPoisson(control));
            var both = InterruptedTimeSeries.ControlledQuasiPoisson(treated, control);

            // The two share no coefficient: each variance is its own dispersion times a matrix that the common dispersion, the mean of two of equal degrees of freedom, multiplies as well.
            double Dispersion(InterruptedTimeSeriesEstimate of, InterruptedSeries series) => series.Outcome.Zip(of.Fitted, (y, mu) => (y - mu) * (y - mu) / mu).Sum() / (30 - 4);
            var (first, second) = (Dispersion(one, treated), Dispersion(other, control));
            var variance = (first + second) / 2 * ((Math.Pow(one.Level.StandardError, 2) / first) + (Math.Pow(other.Level.StandardError, 2) / second));
            return Assertion.IsNear(one.Level.Value - other.Level.Value, both.Level.Value, 1e-9)
                && Assertion.IsNear(one.Slope!.Value - other.Slope!.Value, both.Slope!.Value, 1e-9)
                && Assertion.IsNear(Math.Sqrt(variance), both.Level.StandardError, 1e-8)
                && both.Fitted.Zip(one.Fitted).All(pair => Assertion.IsNear(pair.First, pair.Second, 1e-7));
        },
        cases: 30);

    [Fact]
    public void What_would_have_been_is_the_fit_less_what_it_changed_by_beyond_the_control()
    {
        // Without noise: the control 2 + t and one more from period 19 on, the treated 5 + 2t and four more: 3 beyond the control's.
        InterruptedSeries Line(double constant, double slope, double level) => new([.. Enumerable.Range(1, 30).Select(t => constant + (slope * t) + (t >= 19 ? level : 0) + (0.001 * Math.Cos(7 * t)))], 18);
        var (treated, control) = (Line(5, 2, 4), Line(2, 1, 1));
        foreach (var result in new[]
        {
            InterruptedTimeSeries.Controlled(treated, control, new() { SlopeChange = false }), InterruptedTimeSeries.ControlledAutoregressive(treated, control, new() { SlopeChange = false }),
        })
        {
            Assertion.Near(3, result.Level.Value, 0.01);
            Assertion.Near(5 + (2 * 30) + 1, result.Counterfactual[^1], 0.01);
            Assertion.Near(5 + (2 * 10), result.Counterfactual[9], 0.01);
        }
    }

    private static InterruptedSeries Counts(ulong seed, ulong stream)
    {
        var random = new RandomSequence(seed, stream);
        double[] exposure = [.. Enumerable.Range(0, 30).Select(_ => 50 + (50 * random.NextDouble()))];
        return new([.. exposure.Select((size, t) => Math.Round(size * (0.3 + (0.01 * t)) * (0.7 + (0.6 * random.NextDouble()))))], 18) { Exposure = exposure };
    }

    // GLS with the 2n × 2n correlation matrix of blocks ρ^|s − t|, β and σ at their best.
    private static (double Level, double Error, double LogLikelihood) Naive(InterruptedSeries treated, InterruptedSeries control, double rho, AutoregressiveMethod method)
    {
        var both = ControlledDesign.Of(treated, control, new());
        var (n, k) = (both.Outcome.Length, both.Columns.Length);
        var x = Matrix<double>.Build.DenseOfColumnArrays(both.Columns.Select(column => column.Values));
        var y = Vector<double>.Build.Dense(both.Outcome);
        var r = Matrix<double>.Build.Dense(n, n, (s, t) => s / both.Periods == t / both.Periods ? Math.Pow(rho, Math.Abs(s - t)) : 0);
        var inverse = r.Inverse();
        var moments = x.Transpose() * inverse * x;
        var beta = moments.Inverse() * x.Transpose() * inverse * y;
        var squares = (y - (x * beta)) * inverse * (y - (x * beta));
        var determinant = 2 * r.Cholesky().Factor.Diagonal().Sum(Math.Log);
        var level = Array.FindIndex(both.Columns, column => column.Name == "treated × level");
        var likelihood = method == AutoregressiveMethod.MaximumLikelihood
            ? -0.5 * ((n * Math.Log(squares / n)) + determinant)
            : -0.5 * (((n - k) * Math.Log(squares / (n - k))) + determinant + Math.Log(moments.Determinant()));
        return (beta[level], Math.Sqrt(squares / (n - k) * moments.Inverse()[level, level]), likelihood);
    }
}
