using Utvardering.Statistics.Random;
using Utvardering.Statistics.SyntheticControl.Simplex;

namespace Utvardering.Statistics.Tests.SyntheticControl;

/// <summary>The dual's weights held against those of the active-set algorithm, on columns of which some are equal and some nearly so.</summary>
public class RidgedWeightsTests
{
    [Fact]
    public void Weights_equal_those_of_the_active_set() => Property.HoldsForEverySeed(seed =>
    {
        var draw = Draw(seed, smallestRidge: -3);
        return new RidgedWeights([.. draw.Columns], draw.Rows).For(draw.Target, draw.Ridge) is not { } weights
            || AreNear(ActiveSet(draw, Enumerable.Range(0, draw.Count)), weights, 1e-10);
    });

    [Fact]
    public void Columns_that_differ_under_a_ridge_of_their_variance_are_never_left_to_the_active_set() => Property.HoldsForEverySeed(seed =>
    {
        var draw = Draw(seed, smallestRidge: 0, copies: false);
        return new RidgedWeights([.. draw.Columns], draw.Rows).For(draw.Target, draw.Ridge) is { } weights
            && AreNear(ActiveSet(draw, Enumerable.Range(0, draw.Count)), weights, 1e-10);
    });

    [Fact]
    public void Under_a_small_ridge_the_conditions_of_the_optimum_hold_as_they_do_for_the_active_set() => Property.HoldsForEverySeed(seed =>
    {
        var draw = Draw(seed, smallestRidge: -8);
        if (new RidgedWeights([.. draw.Columns], draw.Rows).For(draw.Target, draw.Ridge) is not { } weights)
        {
            return true;
        }

        var problem = new SimplexProblem(Points(draw, Enumerable.Range(0, draw.Count)), draw.Count, draw.Rows, draw.Ridge);
        var gradient = new double[draw.Count];
        var level = problem.Gradient(weights, gradient);
        return Math.Abs(weights.Sum() - 1) < 1e-12 && weights.Zip(gradient).All(pair => (pair.First > 0 ? Math.Abs(pair.Second - level) : level - pair.Second) <= 1e-12 * problem.Scale);
    });

    [Fact]
    public void A_choice_of_columns_some_of_them_several_times_has_the_weights_of_those_columns_alone() => Property.HoldsForEverySeed(seed =>
    {
        var draw = Draw(seed, smallestRidge: -3);
        var random = new RandomSequence(seed, 32);
        int[] times = [1, .. Enumerable.Range(1, draw.Count - 1).Select(_ => random.NextBelow(3))];
        int[] chosen = [.. times.SelectMany((n, column) => Enumerable.Repeat(column, n))];
        return new RidgedWeights([.. draw.Columns], draw.Rows).For(draw.Target, draw.Ridge, times) is not { } weights
            || (AreNear(ActiveSet(draw, chosen), [.. chosen.Select(column => weights[column])], 1e-10)
                && Enumerable.Range(0, draw.Count).All(column => times[column] > 0 || weights[column] == 0));
    });

    [Fact]
    public void Points_without_a_coordinate_have_the_weights_of_points_that_never_had_it() => Property.HoldsForEverySeed(seed =>
    {
        var draw = Draw(seed, smallestRidge: -3);
        var left = (int)(seed % (ulong)draw.Rows);
        double[] without = [.. Points(draw, Enumerable.Range(0, draw.Count)).Where((_, i) => i % draw.Rows != left)];
        var problem = new SimplexProblem(Points(draw, Enumerable.Range(0, draw.Count)), draw.Count, draw.Rows, ridge: 0);
        var (weights, isUnique, _) = SimplexLeastSquares.Resolved(problem.Without(left), []);
        var (expected, alone, _) = SimplexLeastSquares.Resolved(new(without, draw.Count, draw.Rows - 1, ridge: 0), []);
        return isUnique == alone && AreNear(expected, weights, 1e-9);
    });

    private static double[] ActiveSet(Case draw, IEnumerable<int> chosen)
    {
        int[] columns = [.. chosen];
        return SimplexLeastSquares.ActiveSet(new(Points(draw, columns), columns.Length, draw.Rows, draw.Ridge), []);
    }

    private static double[] Points(Case draw, IEnumerable<int> chosen) =>
        [.. chosen.SelectMany(column => Enumerable.Range(0, draw.Rows).Select(row => draw.Columns[(column * draw.Rows) + row] - draw.Target[row]))];

    private static bool AreNear(double[] expected, double[] actual, double tolerance) =>
        expected.Zip(actual).All(pair => Math.Abs(pair.First - pair.Second) <= tolerance);

    // A third of the columns repeats an earlier one, half of these with a change in the tenth digit; the target may be one of them.
    private static Case Draw(ulong seed, int smallestRidge, bool copies = true)
    {
        var random = new RandomSequence(seed, 31);
        var (rows, count) = (2 + random.NextBelow(20), 2 + random.NextBelow(60));
        var columns = new double[count * rows];
        for (var column = 0; column < count; column++)
        {
            var copied = copies && column > 0 && random.NextBelow(3) == 0 ? random.NextBelow(column) : -1;
            var change = random.NextBelow(2) * 1e-10;
            for (var row = 0; row < rows; row++)
            {
                var own = RandomCase.Normal(random);
                columns[(column * rows) + row] = copied < 0 ? 5 + own : columns[(copied * rows) + row] + (change * own);
            }
        }

        double[] target = copies && random.NextBelow(4) == 0 ? columns[..rows] : [.. Enumerable.Range(0, rows).Select(_ => 5 + RandomCase.Normal(random))];
        return new(columns, target, rows, count, rows * Math.Pow(10, smallestRidge + (random.NextDouble() * (2 - smallestRidge))));
    }

    private sealed record Case(double[] Columns, double[] Target, int Rows, int Count, double Ridge);
}
