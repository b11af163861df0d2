using Utvardering.Statistics.Optimisation;
using Utvardering.Statistics.Random;

namespace Utvardering.Statistics.Tests.Optimisation;

public class IntegerProgramTests
{
    // Max 5x + 4y with 6x + 4y ≤ 24, x + 2y ≤ 6: 21 at (3, 1.5) in fractions; of the whole points 20 at (4, 0) is the best, since
    // 5x + 4y ≥ 21 there asks for (3, 2), (4, 1) or more, which 24 does not allow.
    private static readonly IntegerProgram Small = new([[6, 4, 1, 0], [1, 2, 0, 1]], [24, 6]);

    [Fact]
    public void A_whole_optimum_is_told_from_the_relaxed_one()
    {
        var solution = Small.Maximise([5, 4, 0, 0], [0, 0, 24, 6]);

        Assertion.Near(21, solution.Relaxed.Value, 1e-12);
        Assert.Equal((20L, true), (solution.Value, solution.IsProven));
        Assert.Equal([4L, 0, 0, 2], solution.Point.AsEnumerable());
    }

    [Fact]
    public void A_search_that_is_cut_short_or_has_enough_gives_a_point_and_says_so()
    {
        var short1 = Small.Maximise([5, 4, 0, 0], [1, 1, 14, 3], mostPrograms: 1);
        Assert.Equal((9L, false), (short1.Value, short1.IsProven));

        var enough = Small.Maximise([5, 4, 0, 0], [1, 1, 14, 3], enough: 9);
        Assert.False(enough.IsProven);
        Assert.True(enough.Value >= 9 && Small.Contains(enough.Point.AsSpan()));
    }

    [Fact]
    public void No_bound_is_no_value()
    {
        var solution = new IntegerProgram([[1, -1]], [1]).Maximise([1, 0], [1, 0]);
        Assert.Equal((null, true, LinearProgramStatus.Unbounded), (solution.Value, solution.IsProven, solution.Relaxed.Status));
    }

    [Fact]
    public void Large_numbers_are_solved_as_exactly_as_small_ones()
    {
        // x + y + z = 30 000 001, 2x = y + z + 5: x is 10 000 002, the rest 19 999 999.
        var program = new IntegerProgram([[1, 1, 1], [2, -1, -1]], [30_000_001, 5]);
        Assert.Equal(19_999_999, program.Maximise([0, 1, 0], [10_000_002, 0, 19_999_999]).Value);
    }

    [Fact]
    public void Equals_the_best_of_all_whole_points() => Property.HoldsForEverySeed(seed =>
    {
        // Coefficients and bounds so that every point has coordinates of 12 at most: the first row is a sum.
        var random = new RandomSequence(seed, 0);
        var n = 3 + random.NextBelow(2);
        double[][] rows = [[.. Enumerable.Repeat(1.0, n)], [.. Enumerable.Range(0, n).Select(_ => (double)(random.NextBelow(7) - 3))]];
        long[] known = [.. Enumerable.Range(0, n).Select(_ => (long)random.NextBelow(4))];
        double[] right = [.. rows.Select(row => row.Zip(known, (a, x) => a * x).Sum())];
        double[] objective = [.. Enumerable.Range(0, n).Select(_ => (double)(random.NextBelow(9) - 4))];

        var program = new IntegerProgram(rows, right);
        var solution = program.Maximise(objective, known);
        return solution.IsProven && solution.Value == Best(program, objective, n, (int)right[0]) && program.Contains(solution.Point.AsSpan());
    });

    [Fact]
    public void Numbers_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new IntegerProgram([[1, 0.5]], [1]));
        Assert.Throws<ArgumentException>(() => new IntegerProgram([[1, 1]], [0.5]));
        Assert.Throws<ArgumentException>(() => Small.Maximise([5, 4, 0, 0], [0, 0, 24, 7]));
        Assert.Throws<ArgumentException>(() => Small.Maximise([5, 4, 0, 0], [5, 0, -6, 1]));
        Assert.Throws<ArgumentException>(() => Small.Maximise([5, 4, 0, 0.5], [0, 0, 24, 6]));
        Assert.Throws<ArgumentException>(() => Small.Maximise([5, 4], [0, 0, 24, 6]));
    }

    private static long Best(IntegerProgram program, double[] objective, int variables, int most)
    {
        var best = long.MinValue;
        var point = new long[variables];
        void Try(int place)
        {
            if (place == variables)
            {
                best = program.Contains(point) ? Math.Max(best, (long)objective.Zip(point, (c, x) => c * x).Sum()) : best;
                return;
            }

            for (point[place] = 0; point[place] <= most; point[place]++)
            {
                Try(place + 1);
            }
        }

        Try(0);
        return best;
    }
}
