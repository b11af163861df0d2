using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.Tests.Regression;

/// <summary>Covariances on dense regressions against n × n matrices.</summary>
public class CovarianceTests
{
    private static readonly SmallSample None = SmallSample.None;

    [Fact]
    public void Classical_and_robust_covariances_equal_the_textbook() => ForEach((made, weights, fit, naive) =>
    {
        var n = fit.Observations;
        var leverage = naive.Hat.Diagonal();
        return Same(naive.Classical(3), fit, new ClassicalErrors())
            && Same(naive.Sandwich((i, j) => i == j ? 1 : 0), fit, new RobustErrors(RobustKind.HC0))
            && Same(naive.Sandwich((i, j) => i == j ? n / (n - 3.0) : 0), fit, new RobustErrors())
            && Same(naive.Sandwich((i, j) => i == j ? 1 / (1 - leverage[i]) : 0), fit, new RobustErrors(RobustKind.HC2))
            && Same(naive.Sandwich((i, j) => i == j ? Math.Pow(1 - leverage[i], -2) : 0), fit, new RobustErrors(RobustKind.HC3));
    });

    [Fact]
    public void Clustered_covariances_equal_the_textbook() => ForEach((made, weights, fit, naive) =>
    {
        var (n, g) = (fit.Observations, made.Units.Count);
        var factor = (n - 1) / (n - 3.0) * g / (g - 1);
        bool SameUnit(int i, int j) => made.Unit[i] == made.Unit[j];
        bool SameTime(int i, int j) => made.Time[i] == made.Time[j];
        return Same(naive.Sandwich((i, j) => SameUnit(i, j) ? 1 : 0), fit, new ClusteredErrors(made.Units) { SmallSample = None })
            && Same(naive.Sandwich((i, j) => SameUnit(i, j) ? factor : 0), fit, new ClusteredErrors(made.Units))
            && SameUnlessNegative(naive.Sandwich((i, j) => SameUnit(i, j) || SameTime(i, j) ? 1 : 0), fit, new TwoWayClusteredErrors(made.Units, made.Times) { SmallSample = None });
    });

    [Fact]
    public void Autocorrelation_consistent_covariances_equal_the_textbook() => ForEach((made, weights, fit, naive) =>
    {
        double Bartlett(int i, int j, int lag) => Math.Max(0, 1 - (Math.Abs(made.Time[i] - made.Time[j]) / (lag + 1.0)));
        return Same(naive.Sandwich((i, j) => made.Unit[i] == made.Unit[j] ? Bartlett(i, j, 2) : 0), fit, new NeweyWestErrors(made.Time, made.Units, 2) { SmallSample = None })
            && Same(naive.Sandwich((i, j) => Bartlett(i, j, 1)), fit, new DriscollKraayErrors(made.Time, 1) { SmallSample = None });
    });

    [Fact]
    public void Bias_reduced_covariance_and_degrees_of_freedom_equal_the_textbook() => Property.HoldsForEverySeed(
        seed =>
        {
            var made = RegressionCase.Of(seed);
            return new[] { null, made.Weights }.All(weights =>
            {
                var actual = LeastSquaresTests.Fit(made, weights).With(new BiasReducedErrors(made.Units))["a"];
                var (variance, degrees) = LeastSquaresTests.Naive(made, weights).BiasReduced(made.Unit, 1);
                return Assertion.IsNear(Math.Sqrt(variance), actual.StandardError, 1e-10) && Assertion.IsNear(degrees, actual.DegreesOfFreedom, 1e-8);
            });
        },
        cases: 60);

    [Fact]
    public void Joint_test_of_one_coefficient_is_its_squared_t()
    {
        var made = RegressionCase.Of(3);
        var inference = LeastSquaresTests.Fit(made, null).With(new ClusteredErrors(made.Units));
        var (test, single) = (inference.Wald("a"), inference["a"]);

        Assertion.Near(Math.Pow(single.Value / single.StandardError, 2), test.F, 1e-9);
        Assertion.Near(single.PValue, test.PValue, 1e-12);
    }

    [Fact]
    public void Weights_that_double_leave_robust_standard_errors_as_they_are()
    {
        var made = RegressionCase.Of(4);
        var errors = new ClusteredErrors(made.Units);
        var doubled = LeastSquaresTests.Fit(made, [.. made.Weights.Select(weight => 2 * weight)]).With(errors)["a"];
        var once = LeastSquaresTests.Fit(made, made.Weights).With(errors)["a"];

        Assertion.Near(once.Value, doubled.Value, 1e-12);
        Assertion.Near(once.StandardError, doubled.StandardError, 1e-12);
    }

    private static void ForEach(Func<RegressionCase, double[]?, RegressionFit, NaiveRegression, bool> holds) => Property.HoldsForEverySeed(
        seed =>
        {
            var made = RegressionCase.Of(seed);
            return new[] { null, made.Weights }.All(weights => holds(made, weights, LeastSquaresTests.Fit(made, weights), LeastSquaresTests.Naive(made, weights)));
        },
        cases: 60);

    private static bool Same(Matrix<double> expected, RegressionFit fit, StandardErrors errors) =>
        (expected - fit.With(errors).Covariance.Matrix).Enumerate().All(difference => Math.Abs(difference) < 1e-10);

    private static bool SameUnlessNegative(Matrix<double> expected, RegressionFit fit, StandardErrors errors) =>
        expected.Diagonal().Minimum() < 0 ? fit.With(errors).Covariance.Matrix.Diagonal().Minimum() >= 0 : Same(expected, fit, errors);
}
