using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Random;

namespace Utvardering.Statistics.Tests.DifferenceInDifferences;

public class GroupTimePropertyTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Effects_and_errors_equal_the_naive_loops(bool notYet) => Property.HoldsForEverySeed(
        seed =>
        {
            var made = GroupTimeCase.Of(seed);
            var naive = made.Naive(notYet);
            var estimate = GroupTime.Estimate(made.Panel(), Options(notYet));
            return estimate.Effects.Length == 8 && estimate.Effects.All(effect =>
                Assertion.IsNear(naive.Effect(effect.Cohort, effect.Period, Ones(made), robust: false), effect.Estimate.Value, 1e-10)
                && Assertion.IsNear(naive.StandardError(weight => naive.Effect(effect.Cohort, effect.Period, weight, robust: false)), effect.Estimate.StandardError, 1e-8));
        },
        cases: 10);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Doubly_robust_effects_and_errors_equal_the_naive_loops(bool notYet)
    {
        var made = GroupTimeCase.Of(5, perGroup: 20);
        var naive = made.Naive(notYet);
        var estimate = GroupTime.Estimate(made.Panel(), Options(notYet) with { Covariates = ["x"] });
        Assert.Equal(8, estimate.Effects.Length);
        Assert.All(estimate.Effects, effect =>
        {
            Assertion.Near(naive.Effect(effect.Cohort, effect.Period, Ones(made), robust: true), effect.Estimate.Value, 1e-10);
            Assertion.Near(naive.StandardError(weight => naive.Effect(effect.Cohort, effect.Period, weight, robust: true)), effect.Estimate.StandardError, 1e-7);
        });
    }

    [Fact]
    public void Averages_and_their_errors_equal_the_naive_loops_shares_and_all()
    {
        var made = GroupTimeCase.Of(3);

        // Unequal cohorts: the third unit of each four leaves, so that shares matter.
        var kept = Enumerable.Range(0, made.Cohorts.Length).Where(unit => unit % 4 != 2 || unit % 3 != 1).ToArray();
        made = new([.. kept.Select(unit => made.Cohorts[unit])], [.. kept.Select(unit => made.Outcomes[unit])], [.. kept.Select(unit => made.Covariate[unit])]);
        var naive = made.Naive(notYet: false);
        var estimate = GroupTime.Estimate(made.Panel());
        (int, int)[] treated = [(3, 3), (3, 4), (3, 5), (4, 4), (4, 5)];

        void Equal(Func<double[], double> expected, Statistics.Results.Estimate actual)
        {
            Assertion.Near(expected(Ones(made)), actual.Value, 1e-10);
            Assertion.Near(naive.StandardError(expected), actual.StandardError, 1e-8);
        }

        Equal(weight => naive.Average(treated, weight), estimate.Simple().Overall);
        Equal(weight => naive.Average([(3, 4), (4, 5)], weight), estimate.ByEventTime().Parts.Single(part => part.Key == 1).Estimate);
        Equal(weight => naive.Average([(3, 4), (4, 4)], weight), estimate.ByPeriod().Parts.Single(part => part.Key == 4).Estimate);
        Equal(weight => (naive.Average([(3, 3)], weight) + naive.Average([(3, 4), (4, 4)], weight) + naive.Average([(3, 5), (4, 5)], weight)) / 3, estimate.ByPeriod().Overall);
        Equal(weight => naive.Average([(3, 3), (4, 4), (3, 3), (4, 4)], weight), estimate.ByEventTime(first: 0, last: 0).Overall);
    }

    [Fact]
    public void Rows_in_another_order_give_the_same_figures() => Property.HoldsForEverySeed(
        seed =>
        {
            var made = GroupTimeCase.Of(seed);
            var random = new RandomSequence(seed, 99);
            var (one, other) = (made.Panel(), CohortPanel.FromRows(made.Rows().OrderBy(_ => random.NextUInt32()), "x"));
            return Figures(one) == Figures(other);
        },
        cases: 20);

    [Fact]
    public void A_constant_for_each_unit_and_each_period_changes_nothing() => Property.HoldsForEverySeed(
        seed =>
        {
            var made = GroupTimeCase.Of(seed);
            var shifted = CohortPanel.FromRows(made.Rows().Select(row => row with { Outcome = row.Outcome + (7 * row.Unit[^1]) + (3 * row.Period) }), "x");
            return Near(Figures(made.Panel()), Figures(shifted), 1);
        },
        cases: 20);

    [Fact]
    public void Another_unit_of_measurement_scales_effect_and_error() => Property.HoldsForEverySeed(
        seed =>
        {
            var made = GroupTimeCase.Of(seed);
            return Near(Figures(made.Panel()), Figures(CohortPanel.FromRows(made.Rows().Select(row => row with { Outcome = 1000 * row.Outcome }), "x")), 1000);
        },
        cases: 20);

    [Fact]
    public void A_weight_of_two_gives_the_effects_of_the_unit_twice()
    {
        var made = GroupTimeCase.Of(8);
        var weighted = CohortPanel.FromRows(made.Rows().Select(row => row with { Weight = row.Unit.EndsWith('3') ? 2 : 1 }), "x");
        var doubled = CohortPanel.FromRows(made.Rows().SelectMany(row => row.Unit.EndsWith('3') ? [row, row with { Unit = row.Unit + " again" }] : (CohortPanelRow[])[row]), "x");
        foreach (var options in (GroupTimeOptions[])[new(), new() { Covariates = ["x"] }])
        {
            var (one, other) = (GroupTime.Estimate(weighted, options), GroupTime.Estimate(doubled, options));
            Assertion.Near(other.Simple().Overall.Value, one.Simple().Overall.Value, 1e-9);
            Assert.All(one.Effects.Zip(other.Effects), pair => Assertion.Near(pair.Second.Estimate.Value, pair.First.Estimate.Value, 1e-9));
        }
    }

    private static double[] Ones(GroupTimeCase made) => [.. made.Cohorts.Select(_ => 1.0)];

    private static GroupTimeOptions Options(bool notYet) => new() { Controls = notYet ? GroupTimeControls.NotYetTreated : GroupTimeControls.NeverTreated };

    private static (double Value, double Error) Figures(CohortPanel panel)
    {
        var overall = GroupTime.Estimate(panel, new() { Covariates = ["x"], Controls = GroupTimeControls.NotYetTreated }).ByEventTime().Overall;
        return (overall.Value, overall.StandardError);
    }

    private static bool Near((double Value, double Error) one, (double Value, double Error) other, double scale) =>
        Assertion.IsNear(one.Value * scale, other.Value, 1e-9 * scale) && Assertion.IsNear(one.Error * scale, other.Error, 1e-9 * scale);
}
