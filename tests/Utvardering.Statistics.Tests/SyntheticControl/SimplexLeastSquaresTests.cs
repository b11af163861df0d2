using Utvardering.Statistics.Random;
using Utvardering.Statistics.SyntheticControl.Simplex;

namespace Utvardering.Statistics.Tests.SyntheticControl;

public class SimplexLeastSquaresTests
{
    [Fact]
    public void Weights_equal_those_of_a_search_through_every_set_of_columns() => Property.HoldsForEverySeed(
        seed =>
        {
            var (columns, target, ridge) = Draw(seed, rows: 9, mostColumns: 7);
            var naive = NaiveSimplex.Weights(columns, target, ridge);
            var solution = SimplexLeastSquares.Solve(columns, target, ridge);
            return solution.IsUnique && naive.Zip(solution.Weights).All(pair => Math.Abs(pair.First - pair.Second) < 1e-10);
        },
        cases: 100);

    [Fact]
    public void The_conditions_of_an_optimum_hold_to_rounding_also_for_smooth_and_for_short_series() => Property.HoldsForEverySeed(seed =>
    {
        var random = new RandomSequence(seed, 3);
        var (rows, count) = (1 + random.NextBelow(25), 1 + random.NextBelow(60));
        var columns = new double[rows, count];
        var target = new double[rows];
        for (var j = 0; j <= count; j++)
        {
            // Nearly collinear: a level and a slope each, and a little noise.
            var (level, slope) = (100 + (5 * RandomCase.Normal(random)), RandomCase.Normal(random));
            for (var t = 0; t < rows; t++)
            {
                var value = level + (slope * t) + (0.01 * RandomCase.Normal(random));
                _ = j == count ? target[t] = value : columns[t, j] = value;
            }
        }

        var solution = SimplexLeastSquares.Solve(columns, target);
        return solution.KktViolation < 1e-12 && solution.IsMinimumNorm && Math.Abs(solution.Weights.Sum() - 1) < 1e-12 && solution.Weights.Min() >= 0;
    });

    [Fact]
    public void Equal_columns_get_equal_weights_and_the_solution_says_that_it_is_not_the_only_one()
    {
        // y = 2 lies midway between the columns 1, 1 and 3: 3 takes 1/2, and the two ones share the rest.
        var solution = SimplexLeastSquares.Solve(new double[,] { { 1, 1, 3 } }, [2]);
        Assert.False(solution.IsUnique);
        Assert.True(solution.IsMinimumNorm);
        Assertion.Near(0.25, solution.Weights[0], 1e-12);
        Assertion.Near(0.25, solution.Weights[1], 1e-12);
        Assertion.Near(0.5, solution.Weights[2], 1e-12);
    }

    [Fact]
    public void Among_many_exact_fits_the_weights_of_least_norm_are_those_of_a_vanishing_ridge() => Property.HoldsForEverySeed(
        seed =>
        {
            var (columns, target, _) = Draw(seed, rows: 2, mostColumns: 9);
            var exact = SimplexLeastSquares.Solve(columns, target);
            var ridge = SimplexLeastSquares.Solve(columns, target, 1e-9);
            return exact.IsMinimumNorm && exact.Weights.Zip(ridge.Weights).All(pair => Math.Abs(pair.First - pair.Second) < 1e-5);
        },
        cases: 100);

    [Fact]
    public void A_target_among_the_columns_is_met_exactly() => Property.HoldsForEverySeed(seed =>
    {
        var (columns, target, _) = Draw(seed, rows: 6, mostColumns: 9);
        for (var t = 0; t < target.Length; t++)
        {
            target[t] = columns[t, 0];
        }

        return SimplexLeastSquares.Solve(columns, target).SumOfSquares < 1e-20;
    });

    [Fact]
    public void One_column_gets_all_the_weight() =>
        Assert.Equal([1.0], SimplexLeastSquares.Solve(new double[,] { { 4 }, { 5 } }, [1, 1]).Weights.ToArray());

    [Fact]
    public void Columns_that_all_equal_the_target_share_the_weight()
    {
        var solution = SimplexLeastSquares.Solve(new double[,] { { 4, 4, 4, 4 } }, [4]);
        Assert.All(solution.Weights, weight => Assertion.Near(0.25, weight, 1e-12));
    }

    [Fact]
    public void A_missing_value_is_named()
    {
        var error = Assert.Throws<ArgumentException>(() => SimplexLeastSquares.Solve(new double[,] { { 1, double.NaN } }, [1]));
        Assert.Contains("Row 0, column 1", error.Message, StringComparison.Ordinal);
    }

    private static (double[,] Columns, double[] Target, double Ridge) Draw(ulong seed, int rows, int mostColumns)
    {
        var random = new RandomSequence(seed, 2);
        var count = 2 + random.NextBelow(mostColumns - 1);
        var columns = new double[rows, count];
        var target = new double[rows];
        for (var t = 0; t < rows; t++)
        {
            target[t] = RandomCase.Normal(random);
            for (var j = 0; j < count; j++)
            {
                columns[t, j] = RandomCase.Normal(random);
            }
        }

        return (columns, target, random.NextBelow(2) * random.NextDouble());
    }
}
