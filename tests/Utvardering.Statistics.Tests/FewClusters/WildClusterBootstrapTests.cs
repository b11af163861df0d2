using Utvardering.Statistics.FewClusters;
using Utvardering.Statistics.Random;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Tests.FewClusters;

public class WildClusterBootstrapTests
{
    private static readonly double[] Rademacher = [-1, 1];
    private static readonly double[] Webb = [-Math.Sqrt(1.5), -1, -Math.Sqrt(0.5), Math.Sqrt(0.5), 1, Math.Sqrt(1.5)];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_draw_equals_a_regression_on_outcomes_made_anew(bool impose) => Property.HoldsForEverySeed(
        seed =>
        {
            var made = Case.Of(seed, clusters: 5);
            var result = WildClusterBootstrap.Test(made.Fit(), "x", made.Clusters(), new() { ImposeNull = impose, NullValue = 0.2 });
            var naive = made.Naive().Distribution(0.2, impose, Rademacher);
            return Assertion.IsNear(made.Naive().Statistic(0.2), result.Statistic, 1e-9)
                && Same(naive, result.Distribution) && result.IsExhaustive
                && Assertion.IsNear(made.Naive().P(0.2, impose, Rademacher), result.PSymmetric, 1e-12);
        },
        cases: 25);

    [Fact]
    public void Webb_weights_taken_all_equal_the_naive_loop()
    {
        var made = Case.Of(4, clusters: 4);
        var result = WildClusterBootstrap.Test(made.Fit(), "x", made.Clusters(), new() { Weights = WildWeights.Webb });

        Assert.Equal(1296, result.Distribution.Length);
        Assert.True(Same(made.Naive().Distribution(0, true, Webb), result.Distribution));

        // Six constant vectors of weights give |t| itself.
        Assert.Equal(6.0 / 1296, result.MinimumP, 12);
    }

    [Fact]
    public void Subclusters_have_weights_of_their_own_and_errors_stay_clustered()
    {
        var made = Case.Of(4, clusters: 3);
        var halves = new Grouping("half", [.. made.Cluster.Select((cluster, row) => (2 * cluster) + (row % 2))], 6);
        var result = WildClusterBootstrap.Test(made.Fit(), "x", made.Clusters(), new() { Subclusters = halves });

        Assert.Equal(64, result.Distribution.Length);
        Assert.True(Same(made.Naive(halves.Codes.ToArray()).Distribution(0, true, Rademacher), result.Distribution));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.25)]
    public void Interval_ends_where_the_naive_p_value_falls_to_the_level(double alpha) => Property.HoldsForEverySeed(
        seed =>
        {
            var made = Case.Of(seed, clusters: 5);
            var interval = WildClusterBootstrap.Test(made.Fit(), "x", made.Clusters(), new() { Confidence = 1 - alpha }).Estimate.Interval;
            var (naive, step) = (made.Naive(), 1e-6 * (interval.High - interval.Low));
            return naive.P(interval.Low + step, true, Rademacher) > alpha && naive.P(interval.Low - step, true, Rademacher) <= alpha
                && naive.P(interval.High - step, true, Rademacher) > alpha && naive.P(interval.High + step, true, Rademacher) <= alpha;
        },
        cases: 25);

    [Fact]
    public void Interval_without_the_null_imposed_ends_where_its_naive_p_value_does()
    {
        var made = Case.Of(11, clusters: 6);
        var interval = WildClusterBootstrap.Test(made.Fit(), "x", made.Clusters(), new() { ImposeNull = false, Confidence = 0.9 }).Estimate.Interval;
        var naive = made.Naive();

        Assert.True(naive.P(interval.High - 1e-6, false, Rademacher) > 0.1 && naive.P(interval.High + 1e-6, false, Rademacher) <= 0.1);
        Assert.True(naive.P(interval.Low + 1e-6, false, Rademacher) > 0.1 && naive.P(interval.Low - 1e-6, false, Rademacher) <= 0.1);
    }

    [Fact]
    public void Fixed_effects_taken_out_give_what_dummies_give() => Property.HoldsForEverySeed(
        seed =>
        {
            var made = Case.Of(seed, clusters: 6, perCluster: 6);

            // Two units in each cluster, three periods; one row is gone, so that effects are not orthogonal. Weighted.
            int[] rows = [.. Enumerable.Range(1, 35)];
            int[] units = [.. rows.Select(row => row / 3)], periods = [.. rows.Select(row => row % 3)], clusters = [.. rows.Select(row => row / 6)];
            double[] outcome = [.. rows.Select(row => made.Outcome[row])], x = [.. rows.Select(row => made.X[row])];
            double[] weights = [.. rows.Select(row => 1 + (row % 4 / 2.0))];
            DesignColumn[] dummies =
            [
                DesignColumn.Intercept(35), new("x", x),
                .. units.Distinct().Skip(1).Select(unit => new DesignColumn($"unit {unit}", [.. units.Select(of => of == unit ? 1.0 : 0.0)])),
                .. Enumerable.Range(1, 2).Select(period => new DesignColumn($"period {period}", [.. periods.Select(of => of == period ? 1.0 : 0.0)])),
            ];
            var withDummies = LeastSquares.Fit(outcome, dummies, new() { Weights = weights });
            var without = FixedEffectsLeastSquares.Fit(
                outcome, [new("x", x)], [Grouping.Of("period", periods), Grouping.Of("unit", units)], new() { Weights = weights, LeaveOutSingletons = false });
            var by = Grouping.Of("cluster", clusters);
            var (one, other) = (WildClusterBootstrap.Test(withDummies, "x", by), WildClusterBootstrap.Test(without, "x", by));
            return one.Distribution.Zip(other.Distribution).All(pair => Assertion.IsNear(pair.First, pair.Second, 1e-7))
                && Assertion.IsNear(one.Estimate.Interval.Low, other.Estimate.Interval.Low, 1e-7) && one.PSymmetric == other.PSymmetric;
        },
        cases: 10);

    [Fact]
    public void Many_clusters_are_sampled_told_and_the_same_for_one_seed()
    {
        var made = Case.Of(3, clusters: 24);
        WildClusterBootstrapResult Run(ulong seed) => WildClusterBootstrap.Test(made.Fit(), "x", made.Clusters(), new() { Draws = 999, Seed = seed });
        var (one, again, other) = (Run(5), Run(5), Run(6));

        Assert.False(one.IsExhaustive);
        Assert.Equal(one.Distribution.ToArray(), again.Distribution.ToArray());
        Assert.NotEqual(one.Distribution.ToArray(), other.Distribution.ToArray());
        Assert.Equal(5ul, one.Estimate.Seed);
        Assert.Contains(one.Estimate.Warnings, warning => warning is { Kind: EstimationWarningKind.AssignmentsSampled, Value: 999, Limit: 1 << 24 });

        // The observed counts as one more draw.
        Assert.Equal(0.001, one.MinimumP, 12);
        Assert.Equal((one.PSymmetricStrict * 999) + 1, one.PSymmetric * 1000, 9);
    }

    [Fact]
    public void Too_few_clusters_to_reject_leave_the_interval_open_and_say_so()
    {
        // 2 of 2⁴ draws tie whatever the data: p is never below 0.125.
        var made = Case.Of(3, clusters: 4);
        var result = WildClusterBootstrap.Test(made.Fit(), "x", made.Clusters());

        Assert.Equal(0.125, result.MinimumP);
        Assert.False(result.Estimate.Interval.IsBounded);
        Assert.Contains(result.Estimate.Warnings, warning => warning is { Kind: EstimationWarningKind.MinimumPValueAboveLevel, Value: 0.125 });
    }

    [Fact]
    public void A_scale_and_a_shift_of_the_outcome_move_the_interval_alike() => Property.HoldsForEverySeed(
        seed =>
        {
            var made = Case.Of(seed, clusters: 6);
            var moved = made with { Outcome = [.. made.Outcome.Select((y, row) => (100 * y) + (7 * made.X[row]) + 3)] };
            var (one, other) = (WildClusterBootstrap.Test(made.Fit(), "x", made.Clusters()), WildClusterBootstrap.Test(moved.Fit(), "x", made.Clusters(), new() { NullValue = 7 }));
            return one.PSymmetric == other.PSymmetric
                && Assertion.IsNear((100 * one.Estimate.Interval.Low) + 7, other.Estimate.Interval.Low, 1e-7)
                && Assertion.IsNear((100 * one.Estimate.Interval.High) + 7, other.Estimate.Interval.High, 1e-7);
        },
        cases: 25);

    [Fact]
    public void What_cannot_be_tested_is_refused_with_the_reason()
    {
        var made = Case.Of(1, clusters: 4);
        void Refused(string said, Func<object> act) => Assert.Contains(said, Assert.Throws<ArgumentException>(act).Message, StringComparison.Ordinal);

        Refused("\"w\"", () => WildClusterBootstrap.Test(made.Fit(), "w", made.Clusters()));
        Refused("at least two", () => WildClusterBootstrap.Test(made.Fit(), "x", new("one", new int[made.X.Length], 1)));
        Refused("within one cluster", () => WildClusterBootstrap.Test(made.Fit(), "x", made.Clusters(), new() { Subclusters = new("one", new int[made.X.Length], 1) }));
    }

    private static bool Same(IEnumerable<double> one, IEnumerable<double> other) =>
        one.Order().Zip(other.Order()).All(pair => Assertion.IsNear(pair.First, pair.Second, 1e-8 * Math.Max(1, Math.Abs(pair.First))));

    private sealed record Case(int[] Cluster, double[] X, double[] Z, double[] Outcome)
    {
        public static Case Of(ulong seed, int clusters, int perCluster = 4)
        {
            var random = new RandomSequence(seed, 31);
            int[] cluster = [.. Enumerable.Range(0, clusters * perCluster).Select(row => row / perCluster)];
            double[] level = [.. Enumerable.Range(0, clusters).Select(_ => RandomCase.Normal(random))];
            double[] x = [.. cluster.Select(of => RandomCase.Normal(random) + (0.5 * level[of]))];
            double[] z = [.. cluster.Select(_ => RandomCase.Normal(random))];
            return new(cluster, x, z, [.. cluster.Select((of, row) => level[of] + (0.4 * x[row]) + RandomCase.Normal(random))]);
        }

        public Grouping Clusters() => Grouping.Of("cluster", Cluster);

        public RegressionFit Fit() => LeastSquares.Fit(Outcome, [DesignColumn.Intercept(X.Length), new("x", X), new("z", Z)]);

        public NaiveWildBootstrap Naive(int[]? groups = null) => new([.. X.Select((x, row) => (double[])[1, x, Z[row]])], Outcome, Cluster, groups ?? Cluster, 1);
    }
}
