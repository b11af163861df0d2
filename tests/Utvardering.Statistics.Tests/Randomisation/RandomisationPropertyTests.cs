using Utvardering.Statistics.Random;
using Utvardering.Statistics.Randomisation;

namespace Utvardering.Statistics.Tests.Randomisation;

public class RandomisationPropertyTests
{
    [Fact]
    public void P_values_and_estimate_equal_the_naive_loops() => Property.HoldsForEverySeed(seed =>
    {
        var (treated, changes) = RandomCase.Of(seed);
        var result = RandomisationInference.DifferenceInMeans(changes, Assignments.Of(treated, 1000, 1), 0.05);

        return Assertion.IsNear(NaiveRandomisation.Difference(changes, treated), result.Estimate, 1e-10)
            && Assertion.IsNear(NaiveRandomisation.P(changes, treated, 0, NaiveRandomisation.Difference), result.Test.PTwoSided, 1e-10);
    });

    [Fact]
    public void Interval_equals_bisection_on_the_effect() => Property.HoldsForEverySeed(
        seed =>
        {
            var (treated, changes) = RandomCase.Of(seed, largest: 7);
            // Levels that are and are not multiples of one over the number of assignments.
            var alpha = seed % 3 == 0 ? 0.1 : seed % 3 == 1 ? 0.2 : 0.37;
            var interval = RandomisationInference.DifferenceInMeans(changes, Assignments.Of(treated, 1000, 1), alpha).Interval;

            return Assertion.IsNear(NaiveRandomisation.End(changes, treated, alpha, -1), interval.Low, 1e-10)
                && Assertion.IsNear(NaiveRandomisation.End(changes, treated, alpha, 1), interval.High, 1e-10);
        },
        cases: 60);

    [Fact]
    public void Interval_holds_zero_exactly_when_the_test_does_not_reject() => Property.HoldsForEverySeed(seed =>
    {
        var (treated, changes) = RandomCase.Of(seed);
        var result = RandomisationInference.DifferenceInMeans(changes, Assignments.Of(treated, 1000, 1), 0.3);
        return result.Interval.Contains(0) == result.Test.PTwoSided > 0.3;
    });

    [Fact]
    public void Interval_holds_the_estimate_and_p_is_never_below_the_smallest() => Property.HoldsForEverySeed(seed =>
    {
        var (treated, changes) = RandomCase.Of(seed);
        var result = RandomisationInference.DifferenceInMeans(changes, Assignments.Of(treated, 1000, 1), 0.3);
        return (result.Interval.Contains(result.Estimate) || result.Interval.High - result.Interval.Low < 1e-12)
            && result.Test.PTwoSided >= result.Test.MinimumP;
    });

    [Fact]
    public void Studentised_p_value_equals_the_naive_loop() => Property.HoldsForEverySeed(seed =>
    {
        var (treated, changes) = RandomCase.Of(seed, minimumGroup: 2);
        var test = RandomisationInference.Studentised(changes, Assignments.Of(treated, 1000, 1));
        return Assertion.IsNear(NaiveRandomisation.P(changes, treated, 0, Welch), test.PTwoSided, 1e-10)
            && Assertion.IsNear(Welch(changes, treated), test.Statistic, 1e-10 * Math.Max(1, Math.Abs(test.Statistic)));
    });

    [Fact]
    public void Units_in_another_order_give_the_same_p_values_and_interval() => Property.HoldsForEverySeed(seed =>
    {
        var (treated, changes) = RandomCase.Of(seed, minimumGroup: 2);
        var random = new RandomSequence(seed, 99);
        var order = Enumerable.Range(0, changes.Length).OrderBy(_ => random.NextUInt32()).ToArray();
        var one = Assignments.Of(treated, 1000, 1);
        var other = Assignments.Of([.. order.Select(unit => treated[unit])], 1000, 1);
        var there = RandomisationInference.DifferenceInMeans(changes, one, 0.2);
        var back = RandomisationInference.DifferenceInMeans([.. order.Select(unit => changes[unit])], other, 0.2);

        return there.Test.PTwoSided == back.Test.PTwoSided
            && there.Test.PLower == back.Test.PLower
            && Assertion.IsNear(there.Interval.Low, back.Interval.Low, 1e-10)
            && Assertion.IsNear(there.Interval.High, back.Interval.High, 1e-10)
            && RandomisationInference.Studentised(changes, one).PTwoSided
                == RandomisationInference.Studentised([.. order.Select(unit => changes[unit])], other).PTwoSided;
    });

    [Fact]
    public void With_sampled_assignments_the_test_keeps_its_level_too()
    {
        const int Panels = 1500;
        var treated = Enumerable.Range(0, 24).Select(unit => unit < 11).ToArray();
        var rejected = Enumerable.Range(0, Panels).Count(panel =>
        {
            var random = new RandomSequence(2024, (ulong)panel);
            var assignments = Assignments.Of(treated, sampleSize: 100, seed: (ulong)panel);
            return RandomisationInference.DifferenceInMeans([.. treated.Select(_ => RandomCase.Normal(random))], assignments, 0.1).Test.PTwoSided <= 0.1;
        });

        // Standard error √(0.1 × 0.9 / 1500) = 0.0077; four of them on either side: the sampled test is exact as well.
        Assert.InRange((double)rejected / Panels, 0.1 - 0.031, 0.1 + 0.031);
    }

    [Theory]
    [InlineData(4, 3)]
    [InlineData(6, 5)]
    public void On_null_panels_the_test_rejects_no_more_often_than_its_level(int treatedCount, int controls)
    {
        const int Panels = 2000;
        var treated = Enumerable.Range(0, treatedCount + controls).Select(unit => unit < treatedCount).ToArray();
        var assignments = Assignments.Of(treated, 1000, 1);
        int rejected = 0, uncovered = 0;
        for (var panel = 0; panel < Panels; panel++)
        {
            var random = new RandomSequence(2024, (ulong)panel);
            // Skewed changes of unequal size: exactness must not lean on normality.
            var result = RandomisationInference.DifferenceInMeans([.. treated.Select(_ => Math.Exp(2 * RandomCase.Normal(random)))], assignments, 0.1);
            rejected += result.Test.PTwoSided <= 0.1 ? 1 : 0;
            uncovered += result.Interval.Contains(0) ? 0 : 1;
        }

        // Binomial standard error at 0.1: √(0.1 × 0.9 / 2000) = 0.0067; four of them for chance. Not far below either: the test is exact.
        Assert.InRange((double)rejected / Panels, 0.06, 0.1 + 0.027);
        Assert.Equal(rejected, uncovered);
    }

    private static double Welch(IReadOnlyList<double> changes, IReadOnlyList<bool> assigned)
    {
        var treated = changes.Where((_, unit) => assigned[unit]).ToArray();
        var controls = changes.Where((_, unit) => !assigned[unit]).ToArray();
        return (treated.Average() - controls.Average()) / Math.Sqrt((Variance(treated) / treated.Length) + (Variance(controls) / controls.Length));
    }

    private static double Variance(double[] values) => values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Length - 1);
}
