using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Power;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.Tests.Power;

public class PlaceboPowerTests
{
    private static readonly SimulatedPowerOptions Options = new() { TreatedUnits = 8, Before = 6, After = 4, Draws = 200, Seed = 7 };

    [Fact]
    public void Putting_the_effect_in_and_counting_gives_the_power_asked_for()
    {
        var panel = PowerCase.Panel(3, 30, 16);
        var result = PlaceboPower.MinimumDetectableEffect(panel, PowerCase.DifferenceInDifferences, Options);

        Assert.True(result.IsLinear);
        Assertion.Near(0.8, Counted(panel, result.DetectableEffect * (1 + 1e-9)), 1e-12);
        Assert.True(Counted(panel, result.DetectableEffect * (1 - 1e-6)) < 0.8);
        Assertion.Near(Counted(panel, 0.7), result.PowerAt(0.7), 1e-12);
    }

    [Fact]
    public void Trying_effects_gives_the_same_thresholds_as_solving_for_them()
    {
        // The same design with its standard error hidden: only its interval is left to decide, and an effect in shares of the outcome bends its ends.
        var panel = PowerCase.Panel(3, 30, 16);
        var options = Options with { Draws = 60, Kind = EffectKind.Relative };
        var solved = PlaceboPower.MinimumDetectableEffect(panel, PowerCase.DifferenceInDifferences, options);
        var tried = PlaceboPower.MinimumDetectableEffect(panel, window => PowerCase.DifferenceInDifferences(window) with { StandardError = double.NaN }, options);

        Assert.False(tried.IsLinear);
        Assert.All(solved.Thresholds.Zip(tried.Thresholds), pair => Assertion.Near(pair.First, pair.Second, 1e-5));
        Assert.Equal(double.NaN, tried.SizeCorrectedEffect);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_design_whose_interval_moves_with_the_effect_needs_one_run_a_draw(bool lowers)
    {
        var panel = PowerCase.Panel(3, 30, 16);
        var options = Options with { Draws = 60, Lowers = lowers };
        var runs = 0;
        Estimate Design(CohortPanel window)
        {
            Interlocked.Increment(ref runs);
            return PowerCase.DifferenceInDifferences(window) with { StandardError = double.NaN };
        }

        var tried = PlaceboPower.MinimumDetectableEffect(panel, Design, options);
        runs = 0;
        var moved = PlaceboPower.MinimumDetectableEffect(panel, Design, options with { MovesWithEffect = true });

        Assert.All(moved.Thresholds.Zip(tried.Thresholds), pair => Assertion.Near(pair.First, pair.Second, 1e-5));
        Assert.Equal(60 + 5, runs); // the first five are checked by a second run
    }

    [Fact]
    public void A_design_that_is_wrongly_said_to_move_is_found_out_and_its_effects_tried()
    {
        // Its interval is as wide as the estimate is large.
        static Estimate Design(CohortPanel window)
        {
            var of = PowerCase.DifferenceInDifferences(window);
            var half = 1 + Math.Abs(of.Value / 2);
            return of with { StandardError = double.NaN, Interval = new(of.Value - half, of.Value + half, 0.95) };
        }

        var panel = PowerCase.Panel(3, 30, 16);
        var options = Options with { Draws = 40 };

        var tried = PlaceboPower.MinimumDetectableEffect(panel, Design, options).Thresholds;
        var said = PlaceboPower.MinimumDetectableEffect(panel, Design, options with { MovesWithEffect = true }).Thresholds;

        Assert.Equal(tried.ToArray(), said.ToArray());
    }

    [Fact]
    public void Simulation_and_formula_agree_where_the_formula_s_assumptions_hold()
    {
        var result = PlaceboPower.MinimumDetectableEffect(PowerCase.Panel(9, 60, 30), PowerCase.DifferenceInDifferences, Options with { TreatedUnits = 20, Draws = 1000 });

        Assert.InRange(result.DetectableEffect / result.AnalyticEffect, 0.85, 1.15);
        Assert.InRange(result.FalseAlarmRate, 0.02, 0.09);
        Assert.InRange(result.SizeCorrectedEffect / result.DetectableEffect, 0.85, 1.2);
        Assert.True(result.MonteCarlo.Contains(result.DetectableEffect));
    }

    [Theory]
    [InlineData(EffectKind.Additive, false)]
    [InlineData(EffectKind.Relative, true)]
    public void The_number_of_threads_does_not_matter(EffectKind kind, bool lowers)
    {
        var panel = PowerCase.Panel(4, 20, 12);
        var options = Options with { Kind = kind, Lowers = lowers, Draws = 80 };
        var (one, many) = (
            PlaceboPower.MinimumDetectableEffect(panel, PowerCase.DifferenceInDifferences, options with { Threads = 1 }),
            PlaceboPower.MinimumDetectableEffect(panel, PowerCase.DifferenceInDifferences, options with { Threads = 4 }));
        Assert.Equal(one.Thresholds.AsEnumerable(), many.Thresholds);
        Assert.Equal(one.DetectableEffect, many.DetectableEffect);
    }

    [Fact]
    public void A_relative_effect_is_near_the_additive_one_over_the_level()
    {
        // Levels of 100 ± 10: a share u lowers treated units by about 100 u.
        var panel = PowerCase.Panel(6, 60, 20);
        var additive = PlaceboPower.MinimumDetectableEffect(panel, PowerCase.DifferenceInDifferences, Options);
        var relative = PlaceboPower.MinimumDetectableEffect(panel, PowerCase.DifferenceInDifferences, Options with { Kind = EffectKind.Relative, Lowers = true });
        Assert.InRange(100 * relative.DetectableEffect / additive.DetectableEffect, 0.85, 1.15);
        Assertion.Near(additive.AnalyticEffect / 100, relative.AnalyticEffect, 0.1 * relative.AnalyticEffect);
    }

    [Fact]
    public void Only_periods_before_the_real_treatment_count()
    {
        // The real treatment from period 12 shakes everything after it.
        var quiet = PowerCase.Panel(8, 20, 14);
        var shaken = PowerCase.Panel(8, 20, 14, unit => unit < 5 ? 12 : null).WithOutcomes((_, period, outcome) => period >= 12 ? outcome * period : outcome);
        Assert.Equal(
            PlaceboPower.MinimumDetectableEffect(quiet.Window(0, 12), PowerCase.DifferenceInDifferences, Options).DetectableEffect,
            PlaceboPower.MinimumDetectableEffect(shaken, PowerCase.DifferenceInDifferences, Options).DetectableEffect);
    }

    [Fact]
    public void Effects_scale_with_the_outcome() => Property.HoldsForEverySeed(seed =>
    {
        var panel = PowerCase.Panel(seed, 12, 12);
        var options = Options with { TreatedUnits = 4, Draws = 20 };
        var (here, tenfold) = (
            PlaceboPower.MinimumDetectableEffect(panel, PowerCase.DifferenceInDifferences, options),
            PlaceboPower.MinimumDetectableEffect(panel.WithOutcomes((_, _, outcome) => 5 + (10 * outcome)), PowerCase.DifferenceInDifferences, options));
        Assertion.Near(10 * here.DetectableEffect, tenfold.DetectableEffect, 1e-6 * tenfold.DetectableEffect);
        return here.IsLinear == tenfold.IsLinear;
    }, cases: 10);

    [Fact]
    public void Windows_that_do_not_fit_and_designs_that_refuse_are_told()
    {
        var panel = PowerCase.Panel(1, 10, 8);
        Assert.Throws<ArgumentException>(() => PlaceboPower.MinimumDetectableEffect(panel, PowerCase.DifferenceInDifferences, Options));
        Assert.Throws<ArgumentException>(() => PlaceboPower.MinimumDetectableEffect(panel, PowerCase.DifferenceInDifferences, Options with { TreatedUnits = 10, Before = 4, After = 2 }));
        Estimate Refuse(CohortPanel _) => throw new ArgumentException("Too short.");
        Assert.Contains("draw 0", Assert.Throws<ArgumentException>(() => PlaceboPower.MinimumDetectableEffect(panel, Refuse, Options with { TreatedUnits = 3, Before = 4, After = 2 })).Message, StringComparison.Ordinal);
    }

    // The naive way: the effect put into every draw, the design run, and rejections with the right sign counted.
    private static double Counted(CohortPanel panel, double effect)
    {
        var found = 0;
        for (var draw = 0; draw < Options.Draws; draw++)
        {
            var random = new Statistics.Random.RandomSequence(Options.Seed, (ulong)draw);
            var window = panel.Window(random.NextBelow(panel.Periods.Length - 9), 10);
            var units = Enumerable.Range(0, panel.Units.Length).ToArray();
            var cohorts = new int?[units.Length];
            for (var i = 0; i < Options.TreatedUnits; i++)
            {
                var other = i + random.NextBelow(units.Length - i);
                (units[i], units[other]) = (units[other], units[i]);
                cohorts[units[i]] = window.Periods[6];
            }

            var treated = window.WithCohorts([.. cohorts]);
            var estimate = PowerCase.DifferenceInDifferences(treated.WithOutcomes((unit, period, outcome) => treated.IsTreated(unit, period) ? outcome + effect : outcome));
            found += estimate.Interval.Low > 0 ? 1 : 0;
        }

        return (double)found / Options.Draws;
    }
}
