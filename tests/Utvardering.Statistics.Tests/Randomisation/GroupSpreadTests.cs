using Utvardering.Statistics.Random;
using Utvardering.Statistics.Randomisation;

namespace Utvardering.Statistics.Tests.Randomisation;

public class GroupSpreadTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1e6)]
    public void Sums_give_what_loops_over_both_groups_give(double outlier) => Property.HoldsForEverySeed(
        seed =>
        {
            // With the outlier among the assigned next to nothing is left of the squares for the others.
            var random = new RandomSequence(seed, 41);
            double[] values = [.. Enumerable.Range(0, 12).Select(unit => (unit == 3 ? outlier : 1) * RandomCase.Normal(random))];
            var assignments = Assignments.Of([.. Enumerable.Range(0, 12).Select(unit => unit < 4)], sampleSize: 2, seed: 1);
            var groups = new GroupSpread(values, assignments);
            return Enumerable.Range(0, assignments.Count).All(a =>
            {
                var assigned = assignments[a].ToArray();
                var expected = Spread([.. assigned.Select(unit => values[unit])]) + Spread([.. values.Where((_, unit) => !assigned.Contains(unit))]);
                return Math.Abs(groups.Variance(a) - expected) <= 1e-12 * expected;
            });
        },
        cases: 20);

    [Fact]
    public void A_rank_is_found_without_sorting() => Property.HoldsForEverySeed(seed =>
    {
        var random = new RandomSequence(seed, 42);
        double[] values = [.. Enumerable.Range(0, 1 + random.NextBelow(40)).Select(_ => random.NextBelow(10) switch { 0 => double.NegativeInfinity, 1 => double.PositiveInfinity, var n => n })];
        var sorted = values.Order().ToArray();
        return Enumerable.Range(0, values.Length).All(position => OrderStatistic.Of((double[])values.Clone(), position) == sorted[position]);
    });

    private static double Spread(double[] group) => group.Sum(value => Math.Pow(value - group.Average(), 2)) / (group.Length * (group.Length - 1.0));
}
