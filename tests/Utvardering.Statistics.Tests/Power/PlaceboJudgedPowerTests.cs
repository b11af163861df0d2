using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Power;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.SyntheticControl;
using Utvardering.Statistics.SyntheticControl.Pooled;
using Utvardering.Statistics.SyntheticControl.SyntheticDid;

namespace Utvardering.Statistics.Tests.Power;

/// <summary>Designs without a test of their own, without a standard error, and with much that is prepared once.</summary>
public class PlaceboJudgedPowerTests
{
    private static readonly SimulatedPowerOptions Options = new() { TreatedUnits = 3, Before = 8, After = 3, Draws = 60, Seed = 5 };

    [Fact]
    public void A_design_without_interval_finds_an_effect_that_is_larger_than_all_but_a_share_alpha_of_the_draws()
    {
        var panel = PowerCase.Panel(3, 20, 11);
        var result = PlaceboPower.MinimumDetectableEffect(panel, PointOnly, Options);

        // Naively: each draw with the effect put in, against the other 59 without; p ≤ 0.05 allows two of them as large.
        var sizes = Enumerable.Range(0, Options.Draws).Select(draw => Math.Abs(Value(panel, draw, 0))).ToArray();
        double Found(double effect) => Enumerable.Range(0, Options.Draws).Count(draw =>
        {
            var value = Value(panel, draw, effect);
            return value > 0 && (1.0 + sizes.Where((size, other) => other != draw && size >= value).Count()) / Options.Draws <= 0.05 + 1e-12;
        }) / (double)Options.Draws;

        Assert.True(result.IsLinear);
        Assertion.Near(3.0 / 60, result.FalseAlarmRate, 1e-12);
        Assert.Equal(double.NaN, result.SizeCorrectedEffect);
        Assert.True(Found(result.DetectableEffect * (1 + 1e-9)) >= 0.8);
        Assert.True(Found(result.DetectableEffect * (1 - 1e-6)) < 0.8);
        Assertion.Near(Found(1.3), result.PowerAt(1.3), 1e-12);
    }

    [Fact]
    public void An_interval_that_moves_with_the_effect_is_solved_for_as_it_would_be_tried()
    {
        // The pooled t interval without its standard error: an effect that is added moves both ends by itself.
        var panel = PowerCase.Panel(3, 20, 11);
        var solved = PlaceboPower.MinimumDetectableEffect(panel, PowerCase.DifferenceInDifferences, Options);
        var moved = PlaceboPower.MinimumDetectableEffect(panel, window => PowerCase.DifferenceInDifferences(window) with { StandardError = double.NaN }, Options);
        Assert.True(moved.IsLinear);
        Assert.All(solved.Thresholds.Zip(moved.Thresholds), pair => Assertion.Near(pair.First, pair.Second, 1e-9));
    }

    [Theory]
    [InlineData(EffectKind.Additive)]
    [InlineData(EffectKind.Relative)]
    public void What_is_prepared_changes_nothing(EffectKind kind)
    {
        var panel = PowerCase.Panel(4, 12, 11);
        var options = Options with { Draws = 20, Kind = kind };
        var placebo = new SyntheticDidOptions { Replications = 12 };
        AreEqual(
            PlaceboPower.MinimumDetectableEffect(panel, draw => SyntheticDifferenceInDifferences.Estimate(draw, placebo).Effect, options),
            PlaceboPower.MinimumDetectableEffect(panel, draw => SyntheticDifferenceInDifferences.Prepare(draw, placebo), options));

        var ridge = new SyntheticControlOptions { Variant = SyntheticControlVariant.DemeanedRidgeAugmented };
        AreEqual(
            PlaceboPower.MinimumDetectableEffect(panel, draw => PooledSyntheticControl.Estimate(draw, ridge).Effect with { Interval = new(double.NaN, double.NaN, 0.95) }, options),
            PlaceboPower.MinimumDetectableEffect(panel, draw => PooledSyntheticControl.Prepare(draw, ridge), options));
    }

    [Fact]
    public void Preparing_what_depends_on_treated_cells_is_refused()
    {
        var panel = PowerCase.Panel(4, 12, 11, unit => unit < 3 ? 8 : null);
        Assert.Throws<ArgumentException>(() => SyntheticDifferenceInDifferences.Prepare(panel, new() { Inference = SyntheticDidInference.Jackknife }));
    }

    [Fact]
    public void Only_treated_cells_get_other_outcomes()
    {
        var panel = PowerCase.Panel(4, 5, 6, unit => unit < 2 ? 4 : null);
        var changed = panel.WithTreatedOutcomes(outcome => outcome + 7);
        var expected = panel.WithOutcomes((unit, period, outcome) => panel.IsTreated(unit, period) ? outcome + 7 : outcome);
        Assert.All(Enumerable.Range(0, 5), unit => Assert.Equal(expected.Series(unit).ToArray(), changed.Series(unit).ToArray()));
    }

    private static void AreEqual(SimulatedPower expected, SimulatedPower actual)
    {
        Assert.True(actual.IsLinear);
        Assert.Equal(expected.FalseAlarmRate, actual.FalseAlarmRate);
        Assert.All(expected.Thresholds.Zip(actual.Thresholds), pair => Assertion.Near(pair.First, pair.Second, 1e-9 * Math.Max(1, pair.First)));
    }

    private static Estimate PointOnly(CohortPanel panel) =>
        PowerCase.DifferenceInDifferences(panel) with { StandardError = double.NaN, Interval = new(double.NaN, double.NaN, 0.95) };

    private static double Value(CohortPanel panel, int draw, double effect)
    {
        var random = new Statistics.Random.RandomSequence(Options.Seed, (ulong)draw);
        _ = random.NextBelow(1);
        var units = Enumerable.Range(0, panel.Units.Length).ToArray();
        var cohorts = new int?[units.Length];
        for (var i = 0; i < Options.TreatedUnits; i++)
        {
            var other = i + random.NextBelow(units.Length - i);
            (units[i], units[other]) = (units[other], units[i]);
            cohorts[units[i]] = Options.Before;
        }

        var treated = panel.WithCohorts([.. cohorts]);
        return PowerCase.DifferenceInDifferences(treated.WithOutcomes((unit, period, outcome) => treated.IsTreated(unit, period) ? outcome + effect : outcome)).Value;
    }
}
