using Utvardering.Statistics.Panels;
using Utvardering.Statistics.SyntheticControl.SyntheticDid;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Tests.SyntheticControl;

public class SyntheticDidPropertyTests
{
    private static readonly SyntheticDidOptions PointOnly = new() { Inference = SyntheticDidInference.None };

    private static readonly RandomPanel Block = new(8, 9, 2007, 2007);

    private static readonly RandomPanel Staggered = new(9, 10, 2006, 2006, 2008);

    [Fact]
    public void The_effect_is_that_of_the_papers_weighted_regression() => Property.HoldsForEverySeed(
        seed =>
        {
            var panel = Block.Of(seed);
            return Assertion.IsNear(NaiveSyntheticDid.Effect(panel, 2007), Value(panel), 1e-10);
        },
        cases: 30);

    [Fact]
    public void With_staggered_starts_cohorts_are_averaged_by_treated_units_and_periods() => Property.HoldsForEverySeed(
        seed =>
        {
            // Cohort 2006: two units × five periods; cohort 2008: one unit × three periods.
            var panel = Staggered.Of(seed);
            var expected = ((10 * NaiveSyntheticDid.Effect(panel, 2006)) + (3 * NaiveSyntheticDid.Effect(panel, 2008))) / 13;
            return Assertion.IsNear(expected, Value(panel), 1e-10);
        },
        cases: 30);

    [Fact]
    public void Levels_of_units_and_a_common_trend_change_nothing() => Property.HoldsForEverySeed(
        seed => Assertion.IsNear(
            Value(Staggered.Of(seed)),
            Value(Staggered.Of(seed, (unit, period, outcome) => outcome + 5 + (0.3 * unit) + (0.7 * period))),
            1e-9),
        cases: 50);

    [Fact]
    public void Scale_goes_through_to_effect_and_error() => Property.HoldsForEverySeed(
        seed =>
        {
            var options = new SyntheticDidOptions { Replications = 20 };
            var plain = SyntheticDifferenceInDifferences.Estimate(Staggered.Of(seed), options).Effect;
            var scaled = SyntheticDifferenceInDifferences.Estimate(Staggered.Of(seed, (_, _, outcome) => 1000 * outcome), options).Effect;
            return Assertion.IsNear(1000 * plain.Value, scaled.Value, 1e-6) && Assertion.IsNear(1000 * plain.StandardError, scaled.StandardError, 1e-6);
        },
        cases: 20);

    [Fact]
    public void Names_and_order_of_units_do_not_matter() => Property.HoldsForEverySeed(
        seed => Assertion.IsNear(Value(Staggered.Of(seed)), Value(Staggered.Of(seed, name: unit => $"v{99 - unit}")), 1e-10),
        cases: 50);

    [Fact]
    public void A_constant_effect_on_the_treated_is_added_to_the_estimate() => Property.HoldsForEverySeed(
        seed => Assertion.IsNear(
            Value(Staggered.Of(seed)) - 7,
            Value(Staggered.Of(seed, (unit, period, outcome) => unit < 3 && period >= Staggered.Starts[unit] ? outcome - 7 : outcome)),
            1e-9),
        cases: 50);

    [Fact]
    public void Draws_are_the_same_in_every_run()
    {
        var panel = Staggered.Of(5);
        foreach (var inference in new[] { SyntheticDidInference.Placebo, SyntheticDidInference.Bootstrap })
        {
            var options = new SyntheticDidOptions { Inference = inference, Replications = 25 };
            Assert.Equal(SyntheticDifferenceInDifferences.Estimate(panel, options).Draws.ToArray(), SyntheticDifferenceInDifferences.Estimate(panel, options).Draws.ToArray());
        }
    }

    [Fact]
    public void Few_treated_units_few_controls_and_a_short_past_are_warned_of()
    {
        var warnings = SyntheticDifferenceInDifferences.Estimate(Block.Of(1), new() { Inference = SyntheticDidInference.Jackknife }).Effect.Warnings;
        Assert.Contains(warnings, warning => warning is { Kind: EstimationWarningKind.FewTreatedUnits, Value: 2 });
        Assert.Contains(warnings, warning => warning is { Kind: EstimationWarningKind.FewControlUnits, Value: 6 });
        Assert.Contains(warnings, warning => warning is { Kind: EstimationWarningKind.ShortPrePeriod, Value: 6, Unit: "2007" });
    }

    [Fact]
    public void Inference_that_the_units_do_not_allow_is_refused()
    {
        var one = new RandomPanel(6, 9, 2007).Of(1);
        Refused("two treated units", () => SyntheticDifferenceInDifferences.Estimate(one, new() { Inference = SyntheticDidInference.Jackknife }));
        Refused("two treated units", () => SyntheticDifferenceInDifferences.Estimate(one, new() { Inference = SyntheticDidInference.Bootstrap }));
        Refused("more controls than treated", () => SyntheticDifferenceInDifferences.Estimate(new RandomPanel(5, 9, 2007, 2007, 2007).Of(1)));
        Refused("after one period only", () => SyntheticDifferenceInDifferences.Estimate(new RandomPanel(6, 9, 2002).Of(1)));
    }

    private static void Refused(string because, Action action) =>
        Assert.Contains(because, Assert.Throws<ArgumentException>(action).Message, StringComparison.Ordinal);

    private static double Value(CohortPanel panel) => SyntheticDifferenceInDifferences.Estimate(panel, PointOnly).Effect.Value;

    [Fact]
    public void A_placebo_in_time_looks_at_no_period_of_treatment_and_finds_an_effect_that_began_earlier()
    {
        // From 2007 on the treated have 5 more, though treatment began in 2010; what happened since does not count.
        var panel = new RandomPanel(9, 14, 2010, 2011).Of(3, (unit, period, outcome) => outcome + (unit < 2 && period >= 2007 ? 5 : 0) + (unit < 2 && period >= 2010 ? 1000 : 0));
        var without = new RandomPanel(9, 14, 2010, 2011).Of(3, (unit, period, outcome) => outcome + (unit < 2 && period >= 2007 ? 5 : 0));
        SyntheticDidOptions options = new() { Inference = SyntheticDidInference.None };
        var placebo = SyntheticDidInTime.Run(panel, 2007, options);

        Assert.InRange(placebo.Effect.Value, 4, 6);
        Assert.Equal(SyntheticDidInTime.Run(without, 2007, options).Effect.Value, placebo.Effect.Value);
        Assert.Equal(2009, placebo.Cohorts[0].Gaps[^1].Period);
        Assert.Contains("must begin after 2001 and before 2010", Assert.Throws<ArgumentException>(() => SyntheticDidInTime.Run(panel, 2010, options)).Message, StringComparison.Ordinal);
    }
}
