using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Tests.Regression;

public class PoissonTests
{
    [Fact]
    public void A_rate_ratio_by_hand()
    {
        // 30 in 100 against 20 in 200: log ratio log(0.3 / 0.1), variance 1/30 + 1/20.
        var fit = PoissonRegression.Fit([20, 30], [DesignColumn.Intercept(2)], new() { Exposure = [200, 100] });
        Assertion.Near(Math.Log(50 / 300.0), fit.Coefficients[0], 1e-12);

        var two = PoissonRegression.Fit([8, 12, 14, 16], [DesignColumn.Intercept(4), new("d", [0, 0, 1, 1])], new() { Exposure = [100, 100, 50, 50] });
        var effect = two.With(new ClassicalErrors { SmallSample = SmallSample.None })["d"];
        Assertion.Near(Math.Log(3), effect.Value, 1e-12);
        Assertion.Near(Math.Sqrt((1 / 30.0) + (1 / 20.0)), effect.StandardError, 1e-10);
    }

    [Fact]
    public void Slopes_equal_Newtons_method_on_the_likelihood_with_dummies() => Property.HoldsForEverySeed(
        seed =>
        {
            var (made, counts) = Case(seed);
            var fit = FixedEffectsPoisson.Fit(counts, made.Columns, [made.Units, made.Times], new() { Exposure = made.Weights, LeaveOutSingletons = false });
            var rows = fit.Rows;
            var x = Matrix<double>.Build.DenseOfColumnArrays(
            [
                .. made.Columns.Select(column => rows.Select(row => column.Values[row]).ToArray()),
                .. RegressionCase.Dummies([.. rows.Select(row => made.Unit[row])], [.. rows.Select(row => made.Time[row])]),
            ]);
            var (beta, inverse) = Newton(x, [.. rows.Select(row => counts[row])], [.. rows.Select(row => Math.Log(made.Weights[row]))]);
            var actual = fit.With(new ClassicalErrors { SmallSample = SmallSample.None });
            return fit.Names.Length == 2
                && Assertion.IsNear(beta[0], actual["a"].Value, 1e-10)
                && Assertion.IsNear(Math.Sqrt(inverse[1, 1]), actual["b"].StandardError, 1e-10);
        },
        cases: 60);

    [Fact]
    public void Groups_without_any_count_are_left_out_and_told()
    {
        var (made, counts) = Case(3);
        var without = counts.Select((count, row) => made.Unit[row] == 2 ? 0 : count).ToArray();
        var fit = FixedEffectsPoisson.Fit(without, made.Columns, [made.Units, made.Times]);

        Assert.Contains(fit.Warnings, warning => warning.Kind == EstimationWarningKind.Separation && warning.Value == made.Unit.Count(unit => unit == 2));
        Assert.DoesNotContain(fit.Rows, row => made.Unit[row] == 2);
    }

    [Fact]
    public void Rows_that_a_regressor_predicts_to_be_zero_are_left_out_and_told()
    {
        // The regressor z is 1 in two rows, both zero counts: its coefficient would be minus infinity.
        double[] counts = [3, 5, 2, 4, 0, 0, 6, 1];
        double[] z = [0, 0, 0, 0, 1, 1, 0, 0];
        double[] x = [1, 2, 1, 3, 2, 1, 4, 0];
        var fit = PoissonRegression.Fit(counts, [DesignColumn.Intercept(8), new("x", x), new("z", z)]);
        int[] rest = [0, 1, 2, 3, 6, 7];
        var without = PoissonRegression.Fit([.. rest.Select(row => counts[row])], [DesignColumn.Intercept(6), new("x", [.. rest.Select(row => x[row])])]);

        Assert.Equal(rest, fit.Rows);
        Assert.Equal("z", Assert.Single(fit.Dropped));
        Assert.Contains(fit.Warnings, warning => warning is { Kind: EstimationWarningKind.Separation, Value: 2 });
        Assertion.Near(without.Coefficients[1], fit.Coefficients[1], 1e-9);
    }

    [Fact]
    public void Scaling_the_exposure_moves_the_constant_alone()
    {
        var (made, counts) = Case(9);
        RegressionFit Fit(double scale) => PoissonRegression.Fit(
            counts, [DesignColumn.Intercept(counts.Length), .. made.Columns], new() { Exposure = [.. made.Weights.Select(weight => scale * weight)] });

        Assertion.Near(Fit(1).Coefficients[0] - Math.Log(100_000), Fit(100_000).Coefficients[0], 1e-9);
        Assertion.Near(Fit(1).Coefficients[1], Fit(100_000).Coefficients[1], 1e-9);
    }

    [Fact]
    public void Bad_counts_and_exposures_are_named()
    {
        static string Message(double[] counts, PoissonOptions options) =>
            Assert.Throws<ArgumentException>(() => PoissonRegression.Fit(counts, [DesignColumn.Intercept(counts.Length)], options)).Message;

        Assert.Contains("count of row 1 is below zero", Message([1, -1, 2], new()), StringComparison.Ordinal);
        Assert.Contains("Every count is zero", Message([0, 0], new()), StringComparison.Ordinal);
        Assert.Contains("exposure of row 0 is not positive", Message([1, 2], new() { Exposure = [0, 1] }), StringComparison.Ordinal);
        Assert.Contains("both were given", Message([1, 2], new() { Exposure = [1, 1], Offset = [0, 0] }), StringComparison.Ordinal);
    }

    private static (RegressionCase Made, double[] Counts) Case(ulong seed)
    {
        var made = RegressionCase.Of(seed);
        return (made, [.. made.Outcome.Select((y, row) => Math.Floor(made.Weights[row] * Math.Exp(Math.Min(y / 3, 4))))]);
    }

    private static (Vector<double> Beta, Matrix<double> Inverse) Newton(Matrix<double> x, double[] counts, double[] offset)
    {
        var beta = Vector<double>.Build.Dense(x.ColumnCount);
        beta.SetSubVector(2, x.ColumnCount - 2, Vector<double>.Build.Dense(x.ColumnCount - 2, (i) => i < 0 ? 0 : 0.1));
        var y = Vector<double>.Build.Dense(counts);
        var o = Vector<double>.Build.Dense(offset);
        var information = Matrix<double>.Build.Dense(1, 1);
        for (var i = 0; i < 200; i++)
        {
            var mean = ((x * beta) + o).PointwiseExp();
            information = x.Transpose() * Matrix<double>.Build.DenseOfDiagonalVector(mean) * x;
            var step = information.Solve(x.Transpose() * (y - mean));
            beta += step * Math.Min(1, 2 / step.L2Norm());
        }

        return (beta, information.Inverse());
    }
}
