using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Random;
using Utvardering.Statistics.Randomisation;

namespace Utvardering.Statistics.Tests.Randomisation;

public class StaggeredRandomisationTests
{
    private static readonly DateOnly First = new(2022, 1, 1);

    /// <summary>A panel written cell by cell: a month's level, a unit's level, noise, and an effect from each unit's start on.</summary>
    private sealed record Case(double[][] Values, int[] Starts, IReadOnlyList<int?> StartOf)
    {
        public const int Periods = 12;

        public static Case Of(ulong seed, double effect, int units, int[] sizes, int[] starts)
        {
            var random = new RandomSequence(seed, 11);
            int?[] startOf = [.. sizes.SelectMany((size, start) => Enumerable.Repeat<int?>(start, size)), .. Enumerable.Repeat<int?>(null, units - sizes.Sum())];
            startOf = [.. startOf.OrderBy(_ => random.NextUInt32())];
            double[] shock = [.. Enumerable.Range(0, Periods).Select(_ => 3 * random.NextNormal())];
            return new(
                [.. startOf.Select(start => Enumerable.Range(0, Periods)
                    .Select(period => 50 + shock[period] + random.NextNormal() + (start is { } own && period >= starts[own] ? effect : 0)).ToArray())],
                starts,
                startOf);
        }

        public Panel Panel => Panel.FromObservations(
            PeriodGrain.Month,
            Values.SelectMany((unit, number) => unit.Select((value, period) => new PanelObservation($"u{number:00}", First.AddMonths(period), value))));

        public StaggeredStart[] Windows => [.. Starts.Select((start, number) => new StaggeredStart(
            First.AddMonths(start),
            new(First, First.AddMonths(start - 1)),
            new(First.AddMonths(start), First.AddMonths(Periods - 1)),
            [.. StartOf.Index().Where(unit => unit.Item == number).Select(unit => $"u{unit.Index:00}")]))];

        public RandomisationResult Test(double alpha = 0.1) => StaggeredRandomisation.Of(StaggeredDifference.Estimate(Panel, Windows), new() { Alpha = alpha });
    }

    [Fact]
    public void With_one_start_it_is_the_two_by_two_and_its_exact_test() => Property.HoldsForEverySeed(
        seed =>
        {
            var one = Case.Of(seed, 1, 8, [3], [7]);
            var window = one.Windows[0];
            var known = RandomisationInference.DifferenceInMeans(TwoByTwo.Estimate(one.Panel, window.Units, window.Before, window.After), new() { Alpha = 0.1 });
            var result = one.Test();
            return Assertion.IsNear(known.Estimate, result.Estimate, 1e-10)
                && Assertion.IsNear(known.Test.PTwoSided, result.Test.PTwoSided, 1e-12)
                && Assertion.IsNear(known.Interval.Low, result.Interval.Low, 1e-8)
                && Assertion.IsNear(known.Interval.High, result.Interval.High, 1e-8);
        },
        cases: 40);

    [Fact]
    public void Estimate_p_values_and_interval_equal_the_naive_loops_over_cells() => Property.HoldsForEverySeed(
        seed =>
        {
            var made = Case.Of(seed, 1.5, 6, [1, 2], [4, 8]);
            var result = made.Test();
            return Assertion.IsNear(Naive(made.Values, made.StartOf, made.Starts), result.Estimate, 1e-10)
                && Assertion.IsNear(NaiveP(made, 0), result.Test.PTwoSided, 1e-12)
                && new[] { -4, -1, 0.5, 1, 2.5, 6 }.All(effect => (NaiveP(made, effect) > 0.1) == result.Interval.Contains(effect) || NaiveIsGap(made, result, effect))
                && IsEnd(made, result.Interval.Low, -1)
                && IsEnd(made, result.Interval.High, 1);
        },
        cases: 25);

    [Fact]
    public void A_panel_whose_treated_rise_by_the_effect_gives_it_whenever_they_start_and_whatever_befell_all()
    {
        var made = Case.Of(3, 0, 9, [2, 1], [5, 9]);
        double[][] still = [.. made.Values.Select((unit, number) => Enumerable.Range(0, Case.Periods)
            .Select(period => number + (period * period) + (made.StartOf[number] is { } own && period >= made.Starts[own] ? 4.0 : 0)).ToArray())];

        Assert.Equal(4, (made with { Values = still }).Test().Estimate, 10);
    }

    [Fact]
    public void Without_an_effect_it_rejects_as_often_as_it_says_also_where_the_times_differ_much()
    {
        // 60 ways to start: p is a multiple of 1/60, and at most 6/60 in a tenth of the samples.
        var rejected = Enumerable.Range(0, 400).Count(seed => Case.Of((ulong)seed, 0, 5, [1, 2], [4, 8]).Test().Test.PTwoSided <= 0.1 + 1e-9);

        Assert.InRange(rejected, 0, 60);
    }

    [Fact]
    public void By_period_from_each_units_own_start_it_is_the_event_study_where_all_start_together()
    {
        var one = Case.Of(5, 1, 8, [3], [7]);
        var window = one.Windows[0];
        var known = EventStudyInference.Of(EventStudy.Estimate(one.Panel, window.Units, window.Start, First.AddMonths(6)), new() { Alpha = 0.1 });
        var result = StaggeredEventStudy.Estimate(one.Panel, [(window.Start, window.Units)], -1, new() { Alpha = 0.1 });

        Assert.Equal(known.Periods.Select(period => (period.Period.Period, period.Period.EventTime, period.Period.IsReference)), result.Periods.Select(period => (period.Period.Period, period.Period.EventTime, period.Period.IsReference)));
        Assert.All(known.Periods.Zip(result.Periods), pair =>
        {
            Assert.Equal(pair.First.Period.Estimate, pair.Second.Period.Estimate, 10);
            Assert.Equal(pair.First.PTwoSided ?? -1, pair.Second.PTwoSided ?? -1, 12);
            Assert.Equal(pair.First.Interval?.Low ?? 0, pair.Second.Interval?.Low ?? 0, 8);
            Assert.Equal(pair.First.Interval?.High ?? 0, pair.Second.Interval?.High ?? 0, 8);
        });
        Assert.Equal((known.PreTrend!.P, known.PreTrend.Periods, known.PreTrend.IsExhaustive), (result.PreTrend!.P, result.PreTrend.Periods, result.PreTrend.IsExhaustive));
        Assert.Equal(known.PreTrend.Statistic, result.PreTrend.Statistic, 10);
    }

    [Fact]
    public void By_period_an_effect_that_grows_from_each_own_start_is_read_off_and_the_time_before_is_level()
    {
        var made = Case.Of(4, 0, 9, [2, 1], [5, 8]);
        double[][] growing = [.. made.Values.Select((_, number) => Enumerable.Range(0, Case.Periods)
            .Select(period => number + (period * period) + (made.StartOf[number] is { } own && period >= made.Starts[own] ? 2.0 * (period - made.Starts[own] + 1) : 0)).ToArray())];

        var result = StaggeredEventStudy.Estimate((made with { Values = growing }).Panel, [.. made.Windows.Select(start => (start.Start, (IReadOnlyList<string>)start.Units))], -2, new());

        // The first has five periods before its start, the second four from it on.
        Assert.Equal(Enumerable.Range(-5, 9), result.Periods.Select(period => period.Period.EventTime));
        Assert.All(result.Periods, period => Assert.Equal(2.0 * Math.Max(0, period.Period.EventTime + 1), period.Period.Estimate, 9));
        Assert.Equal(-2, Assert.Single(result.Periods, period => period.Period.IsReference).Period.EventTime);
    }

    [Fact]
    public void A_drift_before_each_own_start_is_seen_and_a_common_shock_between_the_starts_is_none()
    {
        var made = Case.Of(8, 0, 9, [2, 1], [6, 9]);
        IReadOnlyList<(DateOnly, IReadOnlyList<string>)> starts = [.. made.Windows.Select(start => (start.Start, (IReadOnlyList<string>)start.Units))];
        double[][] drifting = [.. made.Values.Select((unit, number) => Enumerable.Range(0, Case.Periods)
            .Select(period => unit[period] + (made.StartOf[number] is { } own ? 5.0 * Math.Max(0, period - made.Starts[own] + 3) : 0)).ToArray())];

        // 9! / (2! 1! 6!) ways, of which the observed drifts most.
        Assert.Equal(1 / 252.0, StaggeredEventStudy.PreTrend((made with { Values = drifting }).Panel, starts, new())!.P, 12);
        Assert.InRange(StaggeredEventStudy.PreTrend(made.Panel, starts, new())!.P, 0.05, 1);
    }

    [Fact]
    public void By_period_p_equals_the_naive_loops_over_cells()
    {
        var made = Case.Of(6, 1, 6, [1, 2], [4, 8]);

        var result = StaggeredEventStudy.Estimate(made.Panel, [.. made.Windows.Select(start => (start.Start, (IReadOnlyList<string>)start.Units))], -1, new());

        foreach (var period in result.Periods.Where(period => !period.Period.IsReference))
        {
            double Statistic(IReadOnlyList<int?> startOf) => Enumerable.Range(0, made.Values.Length).Where(unit => startOf[unit] is not null).Average(unit =>
            {
                var start = made.Starts[startOf[unit]!.Value];
                double Change(int of) => made.Values[of][start + period.Period.EventTime] - made.Values[of][start - 1];
                return Change(unit) - Enumerable.Range(0, made.Values.Length).Where(control => startOf[control] is null).Average(Change);
            });
            var orders = Orders(made.StartOf);

            Assert.Equal(Statistic(made.StartOf), period.Period.Estimate, 10);
            Assert.Equal((double)orders.Count(order => Math.Abs(Statistic(order)) >= Math.Abs(period.Period.Estimate) - 1e-10) / orders.Count, period.PTwoSided!.Value, 12);
        }
    }

    [Fact]
    public void All_ways_are_listed_once_or_sampled_with_the_observed_first()
    {
        int?[] starts = [null, 1, 0, null, 1];
        var all = StartAssignments.Of(starts, 100, 1);
        Assert.Equal((30, true, 2), (all.Count, all.IsExhaustive, all.ControlCount));
        Assert.Equal(30, Enumerable.Range(0, 30).Select(number => string.Join(',', all[number].ToArray())).Distinct().Count());
        Assert.Equal([2, 1, 4], all[all.ObservedIndex].ToArray());
        Assert.Equal([0, 1, 1], all.Starts.ToArray());
        Assert.Equal(1 / 30.0, all.MinimumP, 12);

        var drawn = StartAssignments.Of(starts, 20, 1, enumerationLimit: 10);
        Assert.Equal((20, false, 0), (drawn.Count, drawn.IsExhaustive, drawn.ObservedIndex));
        Assert.Equal([2, 1, 4], drawn[0].ToArray());
        Assert.All(Enumerable.Range(0, 20), number => Assert.Equal(3, drawn[number].ToArray().Distinct().Count()));
    }

    [Fact]
    public void Draws_put_every_unit_at_every_start_equally_often()
    {
        var drawn = StartAssignments.Of([0, 1, null, null], 12_001, 5, enumerationLimit: 2);

        var counts = Enumerable.Range(1, 12_000).GroupBy(number => string.Join(',', drawn[number].ToArray())).Select(group => group.Count()).ToList();

        Assert.Equal(12, counts.Count);
        Assert.All(counts, count => Assert.InRange(count, 850, 1150));
    }

    [Fact]
    public void A_start_without_units_that_have_data_is_refused_and_so_are_starts_out_of_order()
    {
        var made = Case.Of(1, 0, 6, [1, 2], [4, 8]);

        Assert.Contains("Every start needs", Assert.Throws<ArgumentException>(() => StaggeredDifference.Estimate(made.Panel, [made.Windows[0], made.Windows[1] with { Units = [] }])).Message, StringComparison.Ordinal);
        Assert.Contains("must lie after the one before it", Assert.Throws<ArgumentException>(() => StaggeredDifference.Estimate(made.Panel, [.. made.Windows.Reverse()])).Message, StringComparison.Ordinal);
        Assert.Contains("has two starts", Assert.Throws<ArgumentException>(() => StaggeredDifference.Estimate(made.Panel, [made.Windows[0], made.Windows[1] with { Units = made.Windows[0].Units }])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Logarithms_give_a_common_share()
    {
        var made = Case.Of(2, 0, 7, [1, 2], [5, 9]);
        double[][] shares = [.. made.Values.Select((unit, number) => Enumerable.Range(0, Case.Periods)
            .Select(period => (10.0 + number) * (made.StartOf[number] is { } own && period >= made.Starts[own] ? 0.8 : 1)).ToArray())];

        Assert.Equal(Math.Log(0.8), StaggeredDifference.Estimate((made with { Values = shares }).Panel, made.Windows).Log().Estimate, 10);
    }

    /// <summary>Mean over the treated of their change over their own windows less the mean change of the never treated over the same.</summary>
    private static double Naive(double[][] values, IReadOnlyList<int?> startOf, int[] starts)
    {
        var controls = Enumerable.Range(0, values.Length).Where(unit => startOf[unit] is null).ToList();
        var effects = new List<double>();
        for (var unit = 0; unit < values.Length; unit++)
        {
            if (startOf[unit] is { } own)
            {
                effects.Add(Change(values[unit], starts[own]) - controls.Average(control => Change(values[control], starts[own])));
            }
        }

        return effects.Average();
    }

    private static double Change(double[] values, int start) => values[start..].Average() - values[..start].Average();

    /// <summary>p of the hypothesis that the effect is τ: take τ off every treated cell, then let the starts fall on every other choice of units.</summary>
    private static double NaiveP(Case made, double effect)
    {
        double[][] adjusted = [.. made.Values.Select((unit, number) => unit
            .Select((value, period) => made.StartOf[number] is { } own && period >= made.Starts[own] ? value - effect : value).ToArray())];
        var observed = Math.Abs(Naive(adjusted, made.StartOf, made.Starts));
        var all = Orders(made.StartOf).ToList();
        return (double)all.Count(order => Math.Abs(Naive(adjusted, order, made.Starts)) >= observed - 1e-10) / all.Count;
    }

    private static Dictionary<string, int?[]>.ValueCollection Orders(IReadOnlyList<int?> starts)
    {
        var all = new Dictionary<string, int?[]>();
        void Place(int?[] placed, List<int?> left)
        {
            if (left.Count == 0)
            {
                all[string.Join(',', placed)] = placed;
                return;
            }

            foreach (var next in left.Distinct())
            {
                List<int?> rest = [.. left];
                rest.Remove(next);
                Place([.. placed, next], rest);
            }
        }

        Place([], [.. starts]);
        return all.Values;
    }

    /// <summary>Accepted just inside and rejected just outside; an end at infinity is accepted far out.</summary>
    private static bool IsEnd(Case made, double end, int direction) => double.IsInfinity(end)
        ? NaiveP(made, direction * 1e5) > 0.1
        : NaiveP(made, end - (direction * 1e-6)) > 0.1 && NaiveP(made, end + (direction * 1e-6)) <= 0.1;

    /// <summary>Within the interval's ends the test may reject an effect: the interval is their hull.</summary>
    private static bool NaiveIsGap(Case made, RandomisationResult result, double effect) => result.Interval.Contains(effect) && NaiveP(made, effect) <= 0.1;
}
