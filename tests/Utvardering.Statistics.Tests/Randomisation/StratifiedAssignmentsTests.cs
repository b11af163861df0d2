using Utvardering.Statistics.Randomisation;

namespace Utvardering.Statistics.Tests.Randomisation;

public class StratifiedAssignmentsTests
{
    [Fact]
    public void Each_stratum_treats_as_many_as_were_and_every_way_is_listed_once() => Property.HoldsForEverySeed(seed =>
    {
        var (treated, strata) = Case(seed);
        var assignments = Assignments.Within(strata, treated, 1000, 1);
        var all = Enumerable.Range(0, assignments.Count).Select(a => assignments[a].ToArray()).ToArray();
        var naive = NaiveRandomisation.Assignments(treated.Length, treated.Count(of => of)).Where(assigned => strata.Distinct().All(stratum =>
            Count(assigned, strata, stratum) == Count(treated, strata, stratum))).Select(assigned => string.Join(',', Positions(assigned))).Order().ToArray();
        return assignments.IsExhaustive && naive.SequenceEqual(all.Select(a => string.Join(',', a)).Order())
            && all[assignments.ObservedIndex].SequenceEqual(Positions(treated));
    });

    [Fact]
    public void The_test_within_strata_equals_the_naive_loop() => Property.HoldsForEverySeed(seed =>
    {
        var (treated, strata) = Case(seed);
        var changes = RandomCase.Of(seed, largest: 9).Changes;
        double[] values = [.. treated.Select((_, unit) => changes[unit % changes.Length] + (0.1 * unit))];
        var assignments = Assignments.Within(strata, treated, 1000, 1);
        var observed = Math.Abs(NaiveRandomisation.Difference(values, treated));
        var naive = NaiveRandomisation.Assignments(treated.Length, treated.Count(of => of))
            .Where(assigned => strata.Distinct().All(stratum => Count(assigned, strata, stratum) == Count(treated, strata, stratum))).ToArray();
        var p = (double)naive.Count(assigned => Math.Abs(NaiveRandomisation.Difference(values, assigned)) >= observed - 1e-12) / naive.Length;
        return Assertion.IsNear(p, RandomisationInference.DifferenceInMeans([.. values], assignments, 0.05).Test.PTwoSided, 1e-10);
    });

    [Fact]
    public void Many_are_sampled_within_their_strata()
    {
        bool[] treated = [.. Enumerable.Range(0, 60).Select(unit => unit % 3 == 0)];
        string[] strata = [.. treated.Select((_, unit) => unit < 30 ? "small" : "large")];
        var assignments = Assignments.Within(strata, treated, 50, 9);

        Assert.Equal(50, assignments.Count);
        Assert.Equal(Positions(treated), assignments[0].ToArray());
        Assert.All(Enumerable.Range(0, 50), a => Assert.Equal(10, assignments[a].ToArray().Count(unit => unit < 30)));
        Assert.Equal(assignments[49].ToArray(), Assignments.Within(strata, treated, 50, 9)[49].ToArray());
    }

    [Fact]
    public void Strata_that_leave_no_choice_are_refused() => Assert.Contains(
        "wider strata", Assert.Throws<ArgumentException>(() => Assignments.Within(["a", "b"], [true, false], 10, 1)).Message, StringComparison.Ordinal);

    [Fact]
    public void Studentised_interval_ends_where_the_naive_p_value_falls_to_the_level() => Property.HoldsForEverySeed(
        seed =>
        {
            var (treated, changes) = RandomCase.Of(seed, minimumGroup: 3, largest: 7);
            var interval = RandomisationInference.StudentisedInterval(changes, Assignments.Of(treated, 1000, 1), 0.2);
            double P(double effect) => NaiveRandomisation.P(changes, treated, effect, Welch);
            var step = 1e-6 * (interval.High - interval.Low);
            return P(interval.Low + step) > 0.2 && P(interval.Low - step) <= 0.2 && P(interval.High - step) > 0.2 && P(interval.High + step) <= 0.2;
        },
        cases: 60);

    private static double Welch(IReadOnlyList<double> changes, IReadOnlyList<bool> assigned)
    {
        double[] one = [.. changes.Where((_, unit) => assigned[unit])], other = [.. changes.Where((_, unit) => !assigned[unit])];
        double Square(double[] of) => of.Sum(value => Math.Pow(value - of.Average(), 2)) / (of.Length - 1) / of.Length;
        return (one.Average() - other.Average()) / Math.Sqrt(Square(one) + Square(other));
    }

    private static (bool[] Treated, string[] Strata) Case(ulong seed)
    {
        var random = new Statistics.Random.RandomSequence(seed, 41);
        string[] strata = ["a", "b", "a", "b", "a", "b", "a", .. random.NextBelow(2) == 0 ? (string[])["c", "c"] : []];
        bool[] treated = [true, true, .. strata.Skip(2).Select((_, unit) => unit != 0 && random.NextBelow(3) == 0)];
        return (treated, strata);
    }

    private static int Count(bool[] assigned, string[] strata, string stratum) => assigned.Where((of, unit) => of && strata[unit] == stratum).Count();

    private static int[] Positions(bool[] assigned) => [.. Enumerable.Range(0, assigned.Length).Where(unit => assigned[unit])];
}
