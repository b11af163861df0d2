using Utvardering.Statistics.Panels;
using Utvardering.Statistics.SyntheticControl;
using Utvardering.Statistics.SyntheticControl.Pooled;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Tests.SyntheticControl;

public class PooledTests
{
    private static readonly RandomPanel SameStart = new(9, 12, 2009, 2009);

    private static readonly RandomPanel Staggered = new(11, 12, 2008, 2009, 2009);

    [Fact]
    public void No_treated_unit_is_in_any_donor_pool()
    {
        var estimate = PooledSyntheticControl.Estimate(Staggered.Of(1));
        Assert.Equal(["u000", "u001", "u002"], estimate.Units.Select(unit => unit.Control.Unit));
        Assert.All(estimate.Units, unit => Assert.Equal(Enumerable.Range(3, 8).Select(RandomPanel.Name), unit.Control.Weights.Select(weight => weight.Unit)));
    }

    [Fact]
    public void The_effect_is_the_mean_of_the_units_own() => Property.HoldsForEverySeed(
        seed =>
        {
            var panel = Staggered.Of(seed);
            var alone = new[] { "u000", "u001", "u002" }.Average(unit => SyntheticControlMethod.Estimate(panel, new() { Unit = unit }).Effect.Value);
            return Assertion.IsNear(alone, PooledSyntheticControl.Estimate(panel, pooled: new() { Draws = 20 }).Effect.Value, 1e-12);
        },
        cases: 20);

    [Fact]
    public void With_one_start_every_pair_of_donors_is_tried_and_a_naive_count_agrees() => Property.HoldsForEverySeed(
        seed =>
        {
            var panel = SameStart.Of(seed);
            var estimate = PooledSyntheticControl.Estimate(panel, new() { Confidence = 0.8 });
            var placebos = Placebos(panel, 2009);
            var pairs = (from a in Enumerable.Range(0, 7) from b in Enumerable.Range(0, 7) where a < b select (placebos[a] + placebos[b]) / 2).ToArray();
            var p = (1.0 + pairs.Count(pair => Math.Abs(pair) >= Math.Abs(estimate.Effect.Value))) / (pairs.Length + 1);

            // 22 averages with the observed one: p(c) > 0.2 needs four of the others at least as large.
            var half = pairs.Select(Math.Abs).OrderDescending().ElementAt(3);
            return estimate.PlaceboAverages.Length == 21 && Assertion.IsNear(p, estimate.Effect.PValue, 1e-12)
                && Assertion.IsNear(estimate.Effect.Value + half, estimate.Effect.Interval.High, 1e-9)
                && Assertion.IsNear(estimate.Effect.Value - half, estimate.Effect.Interval.Low, 1e-9);
        },
        cases: 15);

    [Fact]
    public void Rank_p_values_and_intervals_are_those_of_all_combinations_of_ranks() => Property.HoldsForEverySeed(
        seed =>
        {
            var panel = Staggered.Of(seed);
            var estimate = PooledSyntheticControl.Estimate(panel, new() { Confidence = 0.9 }, new() { Draws = 20 });
            var placebos = new[] { Placebos(panel, 2008), Placebos(panel, 2009), Placebos(panel, 2009) };
            var effects = estimate.Units.Select(unit => unit.Control.Effect.Value).ToArray();
            double P(double effect)
            {
                var observed = placebos.Zip(effects).Sum(pair => 1 + pair.First.Count(placebo => placebo < pair.Second - effect));
                var sums = (from a in Enumerable.Range(1, 9) from b in Enumerable.Range(1, 9) from c in Enumerable.Range(1, 9) select a + b + c).ToArray();
                return Math.Min(1, 2 * Math.Min(sums.Count(sum => sum <= observed), sums.Count(sum => sum >= observed)) / 729.0);
            }

            var interval = estimate.RankEffect.Interval;
            return Assertion.IsNear(P(0), estimate.RankEffect.PValue, 1e-12)
                && P(interval.Low + 1e-6) > 0.1 && P(interval.Low - 1e-6) <= 0.1 && P(interval.High - 1e-6) > 0.1 && P(interval.High + 1e-6) <= 0.1;
        },
        cases: 15);

    [Fact]
    public void Draws_come_from_the_seed_and_the_sample_is_told()
    {
        var first = PooledSyntheticControl.Estimate(Staggered.Of(2), pooled: new() { Draws = 50, Seed = 4 });
        var second = PooledSyntheticControl.Estimate(Staggered.Of(2), pooled: new() { Draws = 50, Seed = 4 });
        Assert.Equal(first.PlaceboAverages.ToArray(), second.PlaceboAverages.ToArray());
        Assert.Equal(4UL, first.Effect.Seed);

        // Eight donors in three places, in order: 8 · 7 · 6.
        Assert.Contains(first.Effect.Warnings, warning => warning is { Kind: EstimationWarningKind.AssignmentsSampled, Value: 50, Limit: 336 });
    }

    [Fact]
    public void Gaps_are_lined_up_by_the_start()
    {
        var gaps = PooledSyntheticControl.Estimate(Staggered.Of(1, (unit, period, outcome) => unit < 3 && period >= Staggered.Starts[unit] ? outcome + 500 : outcome)).Gaps;
        Assert.Equal(Enumerable.Range(-8, 13), gaps.Select(gap => gap.Period));
        Assert.All(gaps, gap => Assert.Equal(gap.Period >= 0, gap.Gap > 400));
    }

    [Fact]
    public void A_named_unit_and_too_few_donors_are_refused()
    {
        Refused("is named", () => PooledSyntheticControl.Estimate(SameStart.Of(1), new() { Unit = "u000" }));
        Refused("more donors than them", () => PooledSyntheticControl.Estimate(new RandomPanel(4, 8, 2005, 2005).Of(1)));
    }

    // Each donor's effect when it stands in for a treated unit, made from the other donors.
    private static double[] Placebos(CohortPanel panel, int start)
    {
        var donors = panel.Units.Where((_, unit) => panel.Cohorts[unit] is null).ToArray();
        return [.. donors.Select(donor => SyntheticControlMethod.Estimate(CohortPanel.FromRows(
            PlaceboTests.Rows(panel).Where(row => donors.Contains(row.Unit)).Select(row => row with { Cohort = row.Unit == donor ? start : null }))).Effect.Value)];
    }

    private static void Refused(string because, Action action) =>
        Assert.Contains(because, Assert.Throws<ArgumentException>(action).Message, StringComparison.Ordinal);
}
