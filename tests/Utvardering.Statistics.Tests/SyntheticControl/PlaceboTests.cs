using Utvardering.Statistics.Panels;
using Utvardering.Statistics.SyntheticControl;
using Utvardering.Statistics.SyntheticControl.Placebos;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Tests.SyntheticControl;

public class PlaceboTests
{
    private static readonly RandomPanel Made = new(9, 12, 2009);

    [Fact]
    public void A_huge_effect_ranks_first_and_its_one_sided_p_values_know_the_direction()
    {
        var result = PlaceboInSpace.Run(Made.Of(1, (unit, period, outcome) => unit == 0 && period >= 2009 ? outcome - 1000 : outcome));
        Assert.Equal(1, result.Rank);
        Assert.Equal(9, result.Ranked);
        Assertion.Near(1.0 / 9, result.PValueOfRatio, 1e-12);
        Assertion.Near(1.0 / 9, result.PValueOfDecrease, 1e-12);
        Assertion.Near(1.0 / 9, result.PValueOfEffect, 1e-12);
        Assertion.Near(1, result.PValueOfIncrease, 1e-12);

        // Nine units cannot give a p-value of 0.05.
        Assert.Contains(result.Effect.Warnings, warning => warning.Kind == EstimationWarningKind.MinimumPValueAboveLevel && warning.Value == 1.0 / 9);
    }

    [Fact]
    public void Each_placebo_is_the_estimate_of_a_panel_in_which_that_donor_was_treated() => Property.HoldsForEverySeed(
        seed =>
        {
            var result = PlaceboInSpace.Run(Made.Of(seed));
            return result.Placebos.Index().All(placebo =>
            {
                // Without unit 0, with the donor in its place.
                var rows = Rows(Made.Of(seed)).Where(row => row.Unit != "u000").Select(row => row with { Cohort = row.Unit == placebo.Item.Unit ? 2009 : null });
                return Assertion.IsNear(SyntheticControlMethod.Estimate(CohortPanel.FromRows(rows)).Effect.Value, placebo.Item.Effect, 1e-10);
            });
        },
        cases: 10);

    [Fact]
    public void The_filter_on_the_fit_leaves_out_badly_followed_placebos()
    {
        var panel = Made.Of(2, (unit, _, outcome) => unit == 5 ? outcome + 1000 : outcome);
        var result = PlaceboInSpace.Run(panel, placebo: new() { LargestPreMspeRatio = 20 });
        Assert.True(result.Placebos.Single(placebo => placebo.Unit == "u005").IsLeftOut);
        Assert.Equal(1 + result.Placebos.Count(placebo => !placebo.IsLeftOut), result.Ranked);
    }

    [Fact]
    public void Exact_fits_are_ranked_by_what_comes_after_and_not_by_rounding()
    {
        // Two periods before, many donors: nearly all units are met exactly.
        var result = PlaceboInSpace.Run(new RandomPanel(30, 4, 2003).Of(3, (unit, period, outcome) => unit > 0 ? outcome : period >= 2003 ? 500 : 10));
        Assert.Contains(result.Effect.Warnings, warning => warning.Kind == EstimationWarningKind.PerfectPreFit);
        Assert.Equal(1, result.Rank);
    }

    [Fact]
    public void A_placebo_in_time_sees_nothing_of_what_comes_after_the_true_start() => Property.HoldsForEverySeed(
        seed =>
        {
            var cut = CohortPanel.FromRows(Rows(Made.Of(seed)).Where(row => row.Period < 2009).Select(row => row with { Cohort = row.Cohort is null ? null : 2006 }));
            return Assertion.IsNear(SyntheticControlMethod.Estimate(cut).Effect.Value, PlaceboInTime.Run(Made.Of(seed), 2006).Effect.Value, 1e-12);
        },
        cases: 20);

    [Fact]
    public void A_placebo_in_time_at_or_after_the_true_start_is_refused() =>
        Assert.Contains("when it was treated: 2009 does not", Assert.Throws<ArgumentException>(() => PlaceboInTime.Run(Made.Of(1), 2009)).Message, StringComparison.Ordinal);

    [Fact]
    public void Leaving_out_a_donor_is_estimating_without_it()
    {
        var panel = Made.Of(4);
        var result = LeaveOneDonorOut.Run(panel);
        Assert.Equal(result.Full.Weights.Where(weight => weight.Weight > 0).Select(weight => weight.Unit), result.Without.Select(donor => donor.Donor));
        Assert.All(result.Without, donor =>
        {
            var rest = panel.Units.Where(unit => unit != "u000" && unit != donor.Donor);
            Assertion.Near(SyntheticControlMethod.Estimate(panel, new() { Donors = [.. rest] }).Effect.Value, donor.Effect, 1e-10);
            Assert.True(donor.PreRmspe >= result.Full.PreRmspe);
        });
        Assert.True(result.Lowest <= result.Full.Effect.Value && result.Full.Effect.Value <= result.Highest);
    }

    internal static IEnumerable<CohortPanelRow> Rows(CohortPanel panel) => Enumerable.Range(0, panel.Units.Length).SelectMany(
        unit => panel.Periods.Select((period, t) => new CohortPanelRow(panel.Units[unit], period, panel.Outcome(unit, t)) { Cohort = panel.Cohorts[unit] }));

    [Fact]
    public void Prepared_for_other_treated_outcomes_it_is_the_run_afresh() => Property.HoldsForEverySeed(seed =>
    {
        var panel = new RandomPanel(9, 14, 2010).Of(seed);
        var prepared = Statistics.SyntheticControl.Placebos.PlaceboInSpace.Prepare(panel);
        return new[] { 0.0, 0.5, -2 }.All(effect =>
        {
            var moved = panel.WithTreatedOutcomes(outcome => outcome + effect);
            var (quick, afresh) = (prepared(moved), Statistics.SyntheticControl.Placebos.PlaceboInSpace.Run(moved).Effect);
            return Assertion.IsNear(afresh.Value, quick.Value, 1e-12) && Assertion.IsNear(afresh.PValue, quick.PValue, 1e-12);
        });
    }, cases: 30);
}
