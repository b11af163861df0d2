using System.Collections.Immutable;
using Utvardering.Statistics.MultipleTesting;
using Utvardering.Statistics.Random;
using Utvardering.Statistics.Randomisation;
using Utvardering.Testing;

namespace Utvardering.Statistics.Tests.MultipleTesting;

public class RomanoWolfTests
{
    [SharedDataFact]
    public void Three_windows_over_all_assignments_equal_the_enumeration()
    {
        var expected = new Oracle("09_multiple_testing").Expected().GetProperty("westfall_young_stepdown_maxT_462");
        var treated = new Oracle("05_few_clusters").Rows().DistinctBy(row => row["sid"]).Select(row => row["treated"] == "1").ToArray();
        var changes = expected.GetProperty("delta").EnumerateArray().Select(Oracle.Numbers).ToArray();
        var assignments = Assignments.Of(treated, 1000, 0);
        Assert.Equal(462, assignments.Count);

        ImmutableArray<double> Statistics(int assignment) => [.. Enumerable.Range(0, 3).Select(window => Welch(changes, assignments[assignment].ToArray(), window))];
        var result = RomanoWolf.StepDown(
            Statistics(assignments.ObservedIndex), [.. Enumerable.Range(0, 462).Select(Statistics)], new() { DrawsAreExhaustive = true });

        foreach (var (window, name) in new[] { "y1989_1992", "y1993_1996", "y1997_2000" }.Index())
        {
            Assertion.Near(expected.GetProperty("p_raw").GetProperty(name).GetDouble(), result.Raw[window], 1e-12);
            Assertion.Near(expected.GetProperty("p_stepdown").GetProperty(name).GetDouble(), result.Adjusted[window], 1e-12);
        }
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public void Equals_the_closed_test_of_the_maximum_over_every_subset(bool twoSided, bool exhaustive) => Property.HoldsForEverySeed(seed =>
    {
        var (observed, draws) = Case(seed);
        draws = exhaustive ? draws.Add(observed) : draws;
        var adjusted = RomanoWolf.StepDown(observed, draws, new() { TwoSided = twoSided, DrawsAreExhaustive = exhaustive }).Adjusted;
        return Enumerable.Range(0, observed.Length).All(test => Assertion.IsNear(Closed(observed, draws, test, twoSided, exhaustive), adjusted[test], 1e-12));
    }, cases: 60);

    [Fact]
    public void Adjusted_values_are_at_least_the_raw_and_keep_the_order_of_the_statistics() => Property.HoldsForEverySeed(seed =>
    {
        var (observed, draws) = Case(seed);
        var result = RomanoWolf.StepDown(observed, draws);
        var turned = RomanoWolf.StepDown([.. observed.Reverse()], [.. draws.Select(draw => draw.Reverse().ToImmutableArray())]);
        var inOrder = Enumerable.Range(0, observed.Length).OrderByDescending(test => Math.Abs(observed[test])).Select(test => result.Adjusted[test]).ToArray();
        return result.Adjusted.Zip(result.Raw).All(pair => pair.First >= pair.Second)
            && inOrder.Zip(inOrder.Skip(1)).All(pair => pair.First <= pair.Second)
            && turned.Adjusted.Reverse().SequenceEqual(result.Adjusted);
    }, cases: 60);

    [Fact]
    public void A_test_given_twice_costs_nothing()
    {
        var (observed, draws) = Case(3);
        var twice = RomanoWolf.StepDown([.. observed, .. observed], [.. draws.Select(draw => draw.AddRange(draw))]).Adjusted;
        Assert.Equal(RomanoWolf.StepDown(observed, draws).Adjusted.AsEnumerable(), twice.Take(observed.Length));
    }

    [Fact]
    public void Draws_of_other_tests_are_refused()
    {
        Assert.Throws<ArgumentException>(() => RomanoWolf.StepDown([1, 2], [[1]]));
        Assert.Throws<ArgumentException>(() => RomanoWolf.StepDown([1, 2], []));
        Assert.Throws<ArgumentException>(() => RomanoWolf.StepDown([double.NaN], [[1]]));
    }

    private static (ImmutableArray<double> Observed, ImmutableArray<ImmutableArray<double>> Draws) Case(ulong seed)
    {
        var random = new RandomSequence(seed, 0);
        var tests = 2 + random.NextBelow(4);
        ImmutableArray<double> Row(double factor) => [.. Enumerable.Range(0, tests).Select(_ => factor * RandomCase.Normal(random))];
        return (Row(2), [.. Enumerable.Range(0, 99).Select(_ => Row(1))]);
    }

    private static double Closed(ImmutableArray<double> observed, ImmutableArray<ImmutableArray<double>> draws, int test, bool twoSided, bool exhaustive)
    {
        double Size(double statistic) => twoSided ? Math.Abs(statistic) : statistic;
        var largest = 0.0;
        for (var subset = 1; subset < 1 << observed.Length; subset++)
        {
            if ((subset >> test & 1) == 1)
            {
                var members = Enumerable.Range(0, observed.Length).Where(i => (subset >> i & 1) == 1).ToArray();
                var statistic = members.Max(i => Size(observed[i]));
                var extreme = draws.Count(draw => members.Max(i => Size(draw[i])) >= statistic);
                largest = Math.Max(largest, exhaustive ? (double)extreme / draws.Length : (extreme + 1.0) / (draws.Length + 1));
            }
        }

        return largest;
    }

    private static double Welch(double[][] changes, int[] treated, int window)
    {
        var (one, other) = (treated.Select(unit => changes[unit][window]).ToArray(), Enumerable.Range(0, changes.Length).Except(treated).Select(unit => changes[unit][window]).ToArray());
        return (one.Average() - other.Average()) / Math.Sqrt((Variance(one) / one.Length) + (Variance(other) / other.Length));

        static double Variance(double[] values)
        {
            var mean = values.Average();
            return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
        }
    }
}
