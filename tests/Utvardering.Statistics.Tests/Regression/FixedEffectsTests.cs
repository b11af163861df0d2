using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Tests.Regression;

/// <summary>Fixed effects taken out, against dummies written out and n × n matrices.</summary>
public class FixedEffectsTests
{
    [Fact]
    public void Slopes_and_covariances_equal_the_regression_with_dummies() => Property.HoldsForEverySeed(
        seed =>
        {
            var made = RegressionCase.Of(seed);
            return new[] { null, made.Weights }.All(weights =>
            {
                var fit = FixedEffectsLeastSquares.Fit(made.Outcome, made.Columns, [made.Units, made.Times], new() { Weights = weights, LeaveOutSingletons = false });
                var naive = Naive(made, weights);
                var k = 2 + made.Units.Count + made.Times.Count - 1;
                var leverage = naive.Hat.Diagonal();
                bool SameSlopes(MathNet.Numerics.LinearAlgebra.Matrix<double> expected, StandardErrors errors) =>
                    (expected.SubMatrix(0, 2, 0, 2) - fit.With(errors).Covariance.Matrix).Enumerate().All(difference => Math.Abs(difference) < 1e-10);
                return Assertion.IsNear(naive.Coefficients[0], fit.Coefficients[0], 1e-10)
                    && fit.Parameters(FixedEffectCounting.All) == k
                    && SameSlopes(naive.Classical(k), new ClassicalErrors())
                    && SameSlopes(naive.Sandwich((i, j) => i == j && leverage[i] < 1 - 1e-9 ? 1 / (1 - leverage[i]) : 0), new RobustErrors(RobustKind.HC2))
                    && SameSlopes(naive.Sandwich((i, j) => made.Unit[i] == made.Unit[j] ? 1 : 0), new ClusteredErrors(made.Units) { SmallSample = SmallSample.None });
            });
        },
        cases: 60);

    [Fact]
    public void Bias_reduced_errors_equal_the_regression_with_dummies() => Property.HoldsForEverySeed(
        seed =>
        {
            var made = RegressionCase.Of(seed);
            var fit = FixedEffectsLeastSquares.Fit(made.Outcome, made.Columns, [made.Units, made.Times], new() { LeaveOutSingletons = false });
            var actual = fit.With(new BiasReducedErrors(made.Units))["a"];
            var (variance, degrees) = Naive(made, null).BiasReduced(made.Unit, 0);
            return Assertion.IsNear(Math.Sqrt(variance), actual.StandardError, 1e-9) && Assertion.IsNear(degrees, actual.DegreesOfFreedom, 1e-7);
        },
        cases: 30);

    [Fact]
    public void Conjugate_gradients_and_the_direct_solution_leave_the_same() => Property.HoldsForEverySeed(
        seed =>
        {
            var made = RegressionCase.Of(seed);
            Grouping[] effects = [made.Units, made.Times, Grouping.Of("region and time", made.Region.Zip(made.Time))];
            var direct = new DirectAbsorption(effects, made.Weights).Residual(made.Outcome);
            var iterated = new ConjugateAbsorption(effects, made.Weights).Residual(made.Outcome);
            return direct.Zip(iterated).All(pair => Assertion.IsNear(pair.First, pair.Second, 1e-10));
        },
        cases: 100);

    [Fact]
    public void Threads_change_no_digit()
    {
        var random = new Statistics.Random.RandomSequence(1, 2);
        var unit = Grouping.Of("unit", Enumerable.Range(0, 60_000).Select(row => row / 10));
        var time = Grouping.Of("time", Enumerable.Range(0, 60_000).Select(row => row % 10));
        double[] Column() => [.. Enumerable.Range(0, 60_000).Select(_ => random.NextDouble())];
        var (outcome, columns) = (Column(), Enumerable.Range(0, 5).Select(i => new DesignColumn($"x{i}", Column())).ToArray());
        double[][] fits = [.. new[] { 1, 2, 7 }.Select(threads => FixedEffectsLeastSquares.Fit(outcome, columns, [unit, time], new() { Threads = threads }).Coefficients.ToArray())];

        Assert.Equal(fits[0], fits[1]);
        Assert.Equal(fits[0], fits[2]);
    }

    [Fact]
    public void A_regressor_that_effects_absorb_is_dropped_and_named()
    {
        var made = RegressionCase.Of(5);
        var constantInUnit = new DesignColumn("area", [.. made.Unit.Select(unit => Math.Exp(unit))]);
        var fit = FixedEffectsLeastSquares.Fit(made.Outcome, [constantInUnit, .. made.Columns], [made.Units, made.Times]);

        Assert.Equal("area", Assert.Single(fit.Dropped));
        Assert.Equal(["a", "b"], fit.Names.ToArray());
    }

    [Fact]
    public void Singletons_are_left_out_and_told_and_change_no_slope()
    {
        var made = RegressionCase.Of(6);
        var alone = Grouping.Of("unit", made.Unit.Append(99));
        var fit = FixedEffectsLeastSquares.Fit(
            [.. made.Outcome, 1000], [.. made.Columns.Select(column => new DesignColumn(column.Name, [.. column.Values, 7]))], [alone]);

        Assert.Equal(made.Outcome.Length, fit.Observations);
        Assert.Contains(fit.Warnings, warning => warning is { Kind: EstimationWarningKind.SingletonsLeftOut, Value: 1 });
        Assertion.Near(FixedEffectsLeastSquares.Fit(made.Outcome, made.Columns, [made.Units]).Coefficients[0], fit.Coefficients[0], 1e-12);

        // The clusters are still given for all rows.
        Assert.Equal(made.Units.Count, fit.With(new ClusteredErrors(alone)).Covariance.Clusters);
    }

    [Fact]
    public void Effects_that_fall_into_two_components_lose_two_parameters()
    {
        // Units 0 and 1 live in times 0 and 1, units 2 and 3 in times 2 and 3: dummies have rank 4 + 4 − 2.
        int[] unit = [0, 0, 1, 1, 2, 2, 3, 3];
        int[] time = [0, 1, 0, 1, 2, 3, 2, 3];

        Assert.Equal(2, FixedEffectRank.Components(Grouping.Of("unit", unit), Grouping.Of("time", time)));
        Assert.Equal(6, FixedEffectRank.Of([Grouping.Of("unit", unit), Grouping.Of("time", time)]));
    }

    [Fact]
    public void Adding_a_constant_to_outcome_or_regressor_changes_nothing() => Property.HoldsForEverySeed(
        seed =>
        {
            var made = RegressionCase.Of(seed);
            var moved = FixedEffectsLeastSquares.Fit(
                [.. made.Outcome.Select(y => y + 1000)], [made.Columns[0] with { Values = [.. made.Columns[0].Values.Select(x => x - 50)] }, made.Columns[1]], [made.Units, made.Times]);
            var fit = FixedEffectsLeastSquares.Fit(made.Outcome, made.Columns, [made.Units, made.Times]);
            return Assertion.IsNear(fit.Coefficients[0], moved.Coefficients[0], 1e-10);
        },
        cases: 50);

    private static NaiveRegression Naive(RegressionCase made, double[]? weights) =>
        new([.. made.Columns.Select(column => column.Values), .. RegressionCase.Dummies(made.Unit, made.Time)], made.Outcome, weights);
}
