using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Tests.Regression;

public class LeastSquaresTests
{
    [Fact]
    public void A_line_through_three_points_by_hand()
    {
        // y = 1, 2, 2 at x = 0, 1, 2: slope Σ(x − 1)y / Σ(x − 1)² = (−1 + 2) / 2 = 0.5, constant 5/3 − 0.5 = 7/6, SSR = 1/6 on one degree of freedom.
        var fit = LeastSquares.Fit([1, 2, 2], [DesignColumn.Intercept(3), new("x", [0, 1, 2])]);
        var slope = fit.With(new ClassicalErrors())["x"];

        Assertion.Near(7 / 6.0, fit.Coefficients[0], 1e-14);
        Assertion.Near(0.5, slope.Value, 1e-14);
        Assertion.Near(Math.Sqrt(1 / 6.0 / 2), slope.StandardError, 1e-14);
        Assert.Equal(1, slope.DegreesOfFreedom);
    }

    [Fact]
    public void Coefficients_equal_the_textbook_with_and_without_weights() => Property.HoldsForEverySeed(seed =>
    {
        var made = RegressionCase.Of(seed);
        return new[] { null, made.Weights }.All(weights =>
        {
            var fit = Fit(made, weights);
            var naive = Naive(made, weights);
            return Enumerable.Range(0, 3).All(i => Assertion.IsNear(naive.Coefficients[i], fit.Coefficients[i], 1e-10));
        });
    });

    [Fact]
    public void Columns_far_from_zero_lose_no_digits()
    {
        // y = 2 (year − 2000)² exactly, on calendar years as they are.
        double[] years = [.. Enumerable.Range(2000, 21).Select(year => (double)year)];
        var fit = LeastSquares.Fit(
            [.. years.Select(year => 2 * (year - 2000) * (year - 2000))],
            [DesignColumn.Intercept(21), new("year", years), new("square", [.. years.Select(year => year * year)])]);

        Assertion.Near(2, fit.Coefficients[2], 1e-7);
        Assertion.Near(-8000, fit.Coefficients[1], 1e-3);
    }

    [Fact]
    public void The_later_of_collinear_columns_is_dropped_and_named()
    {
        var made = RegressionCase.Of(1);
        var twice = new DesignColumn("twice a", [.. made.Columns[0].Values.Select(value => 2 * value)]);
        var fit = LeastSquares.Fit(made.Outcome, [DesignColumn.Intercept(made.Outcome.Length), .. made.Columns, twice]);

        Assert.Equal("twice a", Assert.Single(fit.Dropped));
        Assert.Equal(Fit(made, null).Coefficients.ToArray(), fit.Coefficients.ToArray());
        Assert.Contains(fit.Warnings, warning => warning is { Kind: EstimationWarningKind.CollinearDropped, Unit: "twice a" });
        Assert.Contains("was dropped", Assert.Throws<ArgumentException>(() => fit.With(new ClassicalErrors())["twice a"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_rows_are_named()
    {
        static string Message(double[] outcome, DesignColumn[] columns, double[]? weights = null) =>
            Assert.Throws<ArgumentException>(() => LeastSquares.Fit(outcome, columns, new() { Weights = weights })).Message;

        Assert.Contains("no rows", Message([], []), StringComparison.Ordinal);
        Assert.Contains("\"x\" is no number in row 1", Message([1, 2, 3], [new("x", [1, double.NaN, 2])]), StringComparison.Ordinal);
        Assert.Contains("\"x\" has 2 values", Message([1, 2, 3], [new("x", [1, 2])]), StringComparison.Ordinal);
        Assert.Contains("Two regressors", Message([1, 2, 3], [new("x", [1, 2, 4]), new("x", [1, 2, 3])]), StringComparison.Ordinal);
        Assert.Contains("weight of row 2", Message([1, 2, 3], [new("x", [1, 2, 4])], [1, 1, 0]), StringComparison.Ordinal);
        Assert.Contains("nothing to estimate", Message([1, 2, 3], [new("x", [0, 0, 0])]), StringComparison.Ordinal);
        Assert.Contains("2 rows for 2 coefficients", Message([1, 2], [DesignColumn.Intercept(2), new("x", [0, 1])]), StringComparison.Ordinal);
    }

    internal static RegressionFit Fit(RegressionCase made, double[]? weights) =>
        LeastSquares.Fit(made.Outcome, [DesignColumn.Intercept(made.Outcome.Length), .. made.Columns], new() { Weights = weights });

    internal static NaiveRegression Naive(RegressionCase made, double[]? weights) =>
        new([DesignColumn.Intercept(made.Outcome.Length).Values, .. made.Columns.Select(column => column.Values)], made.Outcome, weights);
}
