using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Tests.DifferenceInDifferences;

public class GroupTimeTests
{
    [Fact]
    public void Effects_of_a_panel_worked_by_hand()
    {
        // a starts in 2: 1, 5, 6; controls b: 0, 1, 3 and c: 2, 5, 5.
        // Base 1. In 2: a +4, controls (1 + 3) / 2 = 2, effect 2. In 3: a +5, controls (3 + 3) / 2 = 3, effect 2.
        var estimate = GroupTime.Estimate(Panel(("a", 2, [1, 5, 6]), ("b", null, [0, 1, 3]), ("c", null, [2, 5, 5])));

        Assert.Equal([(2, 2), (2, 3)], estimate.Effects.Select(effect => (effect.Cohort, effect.Period)));
        Assert.All(estimate.Effects, effect => Assert.Equal(2, effect.Estimate.Value, 12));

        // √Σψ²/n: the one treated unit adds nothing, the controls ½ (1 − 2) and ½ (3 − 2): √(¼ + ¼).
        Assert.Equal(Math.Sqrt(0.5), estimate.Effects[0].Estimate.StandardError, 12);
        Assert.Null(estimate.PreTrend);
    }

    [Fact]
    public void A_unit_that_lacks_a_period_is_left_out_of_its_comparisons_alone()
    {
        var full = GroupTime.Estimate(Panel(("a", 2, [1, 5, 6]), ("b", null, [0, 1, 3]), ("c", null, [2, 5, 5])));
        var gap = GroupTime.Estimate(Panel(("a", 2, [1, 5, 6]), ("b", null, [0, 1, 3]), ("c", null, [2, double.NaN, 5])));

        // In 2 only b is left: 4 − 1 = 3.
        Assert.Equal(3, gap.Effects[0].Estimate.Value, 12);
        Assert.Equal(full.Effects[1].Estimate.Value, gap.Effects[1].Estimate.Value, 12);
        Assert.Contains(new(EstimationWarningKind.PeriodsMissing, "c", Value: 2, Limit: 3), gap.Warnings);
    }

    [Fact]
    public void A_comparison_without_controls_is_left_out_and_told()
    {
        var estimate = GroupTime.Estimate(
            Panel(("a", 2, [1, 5, 6, 6]), ("b", 4, [0, 1, 3, 9])), new() { Controls = GroupTimeControls.NotYetTreated });

        // In 4 everyone is treated.
        Assert.DoesNotContain(estimate.Effects, effect => effect.Period == 4);
        Assert.Contains(estimate.Warnings, warning => warning is { Kind: EstimationWarningKind.CellNotEstimated, Unit: "cohort 2, period 4" });
        Assert.Contains(new(EstimationWarningKind.NoNeverTreated, Value: 3), estimate.Warnings);
    }

    [Fact]
    public void Units_treated_from_the_start_are_left_out_and_told()
    {
        var estimate = GroupTime.Estimate(Panel(("a", 2, [1, 5, 6]), ("b", null, [0, 1, 3]), ("z", 1, [0, 9, 0])));

        Assert.Contains(new(EstimationWarningKind.AlwaysTreatedLeftOut, Value: 1), estimate.Warnings);
        Assert.Equal(2, estimate.Sample.Units);
    }

    [Fact]
    public void Clusters_wider_than_the_unit_add_up_their_influence()
    {
        // The panel twice, each unit and its copy one cluster: the error is that of the single panel.
        var made = GroupTimeCase.Of(4);
        var doubled = CohortPanel.FromRows(
            made.Rows().SelectMany(row => new[] { row with { Cluster = row.Unit }, row with { Unit = row.Unit + " again", Cluster = row.Unit } }), "x");
        var (single, copies) = (GroupTime.Estimate(made.Panel()), GroupTime.Estimate(doubled));

        Assert.Equal(made.Cohorts.Length, copies.Sample.Clusters);
        Assertion.Near(single.Simple().Overall.StandardError, copies.Simple().Overall.StandardError, 1e-12);
        Assertion.Near(single.PreTrend!.Statistic, copies.PreTrend!.Statistic, 1e-9);
    }

    [Fact]
    public void The_reference_of_a_universal_base_is_zero_without_error()
    {
        var estimate = GroupTime.Estimate(GroupTimeCase.Of(4).Panel(), new() { BasePeriod = GroupTimeBase.Universal, Bootstrap = new() { Draws = 200 } });
        var reference = estimate.ByEventTime().Parts.Single(part => part.Key == -1);

        Assert.True(reference.IsReference);
        Assert.Equal((0, double.NaN), (reference.Estimate.Value, reference.Estimate.StandardError));
        Assert.Null(reference.Band);
        Assert.Equal([2, 3], estimate.Effects.Where(effect => effect.IsReference).Select(effect => effect.Period));
    }

    [Fact]
    public void Bands_hold_the_intervals_and_depend_on_the_seed_alone()
    {
        var options = new GroupTimeOptions { Bootstrap = new() { Draws = 500, Seed = 7, Multiplier = BootstrapMultiplier.Rademacher } };
        var (one, again) = (GroupTime.Estimate(GroupTimeCase.Of(4).Panel(), options), GroupTime.Estimate(GroupTimeCase.Of(4).Panel(), options));

        Assert.Equal(one.Effects.Select(effect => effect.Band), again.Effects.Select(effect => effect.Band));
        Assert.All(one.Effects, effect => Assert.True(effect.Band!.Value.Low < effect.Estimate.Interval.Low && effect.Estimate.Interval.High < effect.Band.Value.High));
        Assert.All(one.Effects, effect => Assert.Equal(7ul, effect.Estimate.Seed));
    }

    [Fact]
    public void Cohorts_told_apart_by_their_covariate_have_no_propensity_and_say_so()
    {
        var rows = GroupTimeCase.Of(4).Rows().Select(row => row with { Covariates = [row.Cohort is null ? row.Covariates[0] - 50 : row.Covariates[0]] });
        Assert.Contains("No effect after treatment", Assert.Throws<ArgumentException>(() =>
            GroupTime.Estimate(CohortPanel.FromRows(rows, "x"), new() { Covariates = ["x"] })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Designs_that_cannot_be_estimated_are_refused_with_the_reason()
    {
        void Refused(string said, CohortPanel panel, GroupTimeOptions? options = null) =>
            Assert.Contains(said, Assert.Throws<ArgumentException>(() => GroupTime.Estimate(panel, options)).Message, StringComparison.Ordinal);

        Refused("No unit starts", Panel(("a", null, [1, 2]), ("b", null, [1, 2])));
        Refused("no never-treated", Panel(("a", 2, [1, 2, 3]), ("b", 3, [1, 2, 3])));
        Refused("\"z\"", GroupTimeCase.Of(4).Panel(), new() { Covariates = ["z"] });
        Refused("cross-sections", GroupTimeCase.Of(4).Panel(), new() { Covariates = ["x"], RepeatedCrossSections = true });
    }

    private static CohortPanel Panel(params (string Unit, int? Cohort, double[] Outcomes)[] units) => CohortPanel.FromRows(
        units.SelectMany(unit => unit.Outcomes.Select((outcome, period) => new CohortPanelRow(unit.Unit, period + 1, outcome) { Cohort = unit.Cohort })));
}
