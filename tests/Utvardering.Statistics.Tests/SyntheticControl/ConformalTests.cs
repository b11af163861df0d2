using Utvardering.Statistics.SyntheticControl;
using Utvardering.Statistics.SyntheticControl.Conformal;
using Utvardering.Statistics.Warnings;
using Utvardering.Testing;

namespace Utvardering.Statistics.Tests.SyntheticControl;

public class ConformalTests
{
    private static readonly Oracle Kansas12 = new("12_augsynth_kansas");

    [Fact]
    public void With_one_donor_p_values_and_intervals_are_ranks_of_the_plain_gaps() => Property.HoldsForEverySeed(
        seed =>
        {
            // The only donor has weight 1 whatever the effect: residuals are gaps, and |u − θ| is held against |gaps before|.
            var panel = new RandomPanel(2, 25, 2025).Of(seed);
            var period = Assert.Single(ConformalInference.Run(panel, new() { Confidence = 0.8 }).Periods);
            var gaps = Enumerable.Range(0, 25).Select(t => panel.Outcome(0, t) - panel.Outcome(1, t)).ToArray();
            var p = (1.0 + gaps.Take(24).Count(gap => Math.Abs(gap) >= Math.Abs(gaps[24]))) / 25;

            // p(θ) > 0.2 iff at least five of the 24 are as large: up to the fifth largest.
            var half = gaps.Take(24).Select(Math.Abs).OrderDescending().ElementAt(4);
            return Assertion.IsNear(p, period.PValue, 1e-12)
                && Assertion.IsNear(gaps[24] - half, period.Interval.Low, 1e-6) && Assertion.IsNear(gaps[24] + half, period.Interval.High, 1e-6);
        },
        cases: 25);

    [Fact]
    public void Shifts_and_all_orders_are_what_a_naive_count_gives() => Property.HoldsForEverySeed(
        seed =>
        {
            var panel = new RandomPanel(2, 9, 2007).Of(seed);
            var gaps = Enumerable.Range(0, 9).Select(t => Math.Abs(panel.Outcome(0, t) - panel.Outcome(1, t))).ToArray();
            var observed = gaps[6] + gaps[7] + gaps[8] - 1e-9;
            var shifts = Enumerable.Range(0, 9).Count(shift => Enumerable.Range(6, 3).Sum(t => gaps[(t + shift) % 9]) >= observed);
            var triples = (from a in Enumerable.Range(0, 9) from b in Enumerable.Range(0, 9) from c in Enumerable.Range(0, 9) where a < b && b < c select gaps[a] + gaps[b] + gaps[c]).ToArray();
            return Assertion.IsNear(shifts / 9.0, ConformalInference.Run(panel).Effect.PValue, 1e-12)
                && Assertion.IsNear(
                    (double)triples.Count(sum => sum >= observed) / triples.Length,
                    ConformalInference.Run(panel, conformal: new() { Permutations = ConformalPermutations.All }).Effect.PValue,
                    1e-12);
        },
        cases: 25);

    [Fact]
    public void Too_few_periods_leave_the_interval_unbounded_and_say_so()
    {
        var result = ConformalInference.Run(new RandomPanel(5, 8, 2008).Of(1));
        Assert.False(result.Effect.Interval.IsBounded);
        Assert.Contains(result.Effect.Warnings, warning => warning is { Kind: EstimationWarningKind.MinimumPValueAboveLevel, Value: 1.0 / 8 });
    }

    [Fact]
    public void An_effect_added_moves_the_interval_with_it() => Property.HoldsForEverySeed(
        seed =>
        {
            var made = new RandomPanel(5, 16, 2015);
            var options = new SyntheticControlOptions { Confidence = 0.8 };
            var plain = ConformalInference.Run(made.Of(seed), options).Effect.Interval;
            var moved = ConformalInference.Run(made.Of(seed, (unit, period, outcome) => unit == 0 && period >= 2015 ? outcome + 50 : outcome), options).Effect.Interval;

            // The grids differ: an end is where acceptance changes, found from another side.
            return Assertion.IsNear(plain.Low + 50, moved.Low, 0.5) && Assertion.IsNear(plain.High + 50, moved.High, 0.5);
        },
        cases: 10);

    [SharedDataTheory]
    [InlineData("scm", SyntheticControlVariant.OutcomeOnly)]
    [InlineData("ridge_ascm", SyntheticControlVariant.RidgeAugmented)]
    public void P_values_of_single_quarters_are_within_monte_carlo_error_of_the_packages(string block, SyntheticControlVariant variant)
    {
        // The package draws 1 000 orders with R's seed 1, where the exact answer is a rank: √(p (1 − p) / 1000), four of them and one draw.
        var att = Kansas12.Expected().GetProperty(block).GetProperty("conformal_summary_seed1").GetProperty("att");
        var expected = Oracle.Numbers(att.GetProperty("p_val"));
        var result = ConformalInference.Run(Kansas.Panel(), new() { Variant = variant });
        Assert.All(result.Periods, period => Assertion.Near(
            expected[period.Period - 1], period.PValue, (4 * Math.Sqrt(period.PValue * (1 - period.PValue) / 1000)) + 0.001));
    }

    [SharedDataTheory]
    [InlineData("scm", SyntheticControlVariant.OutcomeOnly)]
    [InlineData("ridge_ascm", SyntheticControlVariant.RidgeAugmented)]
    public void The_jackknife_plus_is_the_packages(string block, SyntheticControlVariant variant)
    {
        var expected = Kansas12.Expected().GetProperty(block).GetProperty("jackknife_plus");
        double At(string figure, int quarter) => Oracle.Number(expected.GetProperty(figure)[quarter - 1]);
        var result = JackknifePlus.Run(Kansas.Panel(), new() { Variant = variant });
        Assert.Equal(16, result.Periods.Length);
        Assert.All(result.Periods, period =>
        {
            Assertion.Near(At("Estimate", period.Period), period.Effect, 1e-6);
            Assertion.Near(At("lower_bound", period.Period), period.Interval.Low, 1e-6);
            Assertion.Near(At("upper_bound", period.Period), period.Interval.High, 1e-6);
        });
    }

    [Fact]
    public void Predictors_are_refused()
    {
        var panel = new RandomPanel(5, 8, 2006).Of(1);
        var options = new SyntheticControlOptions { Variant = SyntheticControlVariant.Predictors, Predictors = PredictorTable.FromPanel(panel, new Predictor(null, 2001, 2003)) };
        Assert.Contains("choose another variant", Assert.Throws<ArgumentException>(() => ConformalInference.Run(panel, options)).Message, StringComparison.Ordinal);
    }
}
