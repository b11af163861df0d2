using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Tests.DifferenceInDifferences;

public class PanelRegressionTests
{
    [Fact]
    public void Two_way_regression_with_one_start_is_the_difference_of_mean_changes()
    {
        // Controls change by 1 and 3, treated by 5 and 9: 7 − 2 = 5.
        CohortPanelRow[] rows =
        [
            new("a", 1, 0), new("a", 2, 1), new("b", 1, 2), new("b", 2, 5),
            new("c", 1, 1) { Cohort = 2 }, new("c", 2, 6) { Cohort = 2 }, new("d", 1, 0) { Cohort = 2 }, new("d", 2, 9) { Cohort = 2 },
        ];
        var result = TwoWayFixedEffects.Estimate(CohortPanel.FromRows(rows));

        Assertion.Near(5, result.Effect.Value, 1e-12);
        Assert.Equal(new(8, 4, 2, 2, 4), result.Effect.Sample);
        Assert.Contains(result.Effect.Warnings, warning => warning is { Kind: EstimationWarningKind.FewClusters, Value: 4 });
    }

    [Fact]
    public void Several_starts_are_told()
    {
        var result = TwoWayFixedEffects.Estimate(PanelRegressionCase.Panel(PanelRegressionCase.Rows(1)));

        Assert.Contains(result.Effect.Warnings, warning => warning is { Kind: EstimationWarningKind.StaggeredStarts, Value: 2 });
    }

    [Fact]
    public void Scaling_the_outcome_scales_estimate_and_standard_error() => Property.HoldsForEverySeed(
        seed =>
        {
            var rows = PanelRegressionCase.Rows(seed);
            var once = TwoWayFixedEffects.Estimate(PanelRegressionCase.Panel(rows)).Effect;
            var scaled = TwoWayFixedEffects.Estimate(PanelRegressionCase.Panel(rows.Select(row => row with { Outcome = (-3 * row.Outcome) + 10 }))).Effect;
            return Assertion.IsNear(-3 * once.Value, scaled.Value, 1e-10) && Assertion.IsNear(3 * once.StandardError, scaled.StandardError, 1e-10);
        },
        cases: 50);

    [Theory]
    [InlineData(PanelErrors.BiasReduced)]
    [InlineData(PanelErrors.ClusteredByUnitAndPeriod)]
    [InlineData(PanelErrors.DriscollKraay)]
    [InlineData(PanelErrors.NeweyWest)]
    [InlineData(PanelErrors.Robust)]
    [InlineData(PanelErrors.Classical)]
    public void Every_standard_error_leaves_the_estimate_and_has_a_name_of_its_own(PanelErrors errors)
    {
        var panel = PanelRegressionCase.Panel(PanelRegressionCase.Rows(4));
        var usual = TwoWayFixedEffects.Estimate(panel).Effect;
        var other = TwoWayFixedEffects.Estimate(panel, new() { Errors = errors }).Effect;

        Assert.Equal(usual.Value, other.Value);
        Assert.NotEqual(usual.StandardError, other.StandardError);
        Assert.NotEqual(usual.Method, other.Method);
    }

    [Fact]
    public void Binned_ends_hold_all_times_beyond_them()
    {
        var rows = PanelRegressionCase.Rows(3, complete: true);
        var result = EventStudyRegression.Estimate(PanelRegressionCase.Panel(rows), new() { First = -3, Last = 1 });

        Assert.Equal([-3, -2, -1, 0, 1], result.Times.Select(time => time.EventTime).ToArray());
        Assert.Equal(rows.Count(row => row.Period - row.Cohort <= -3), result.Times[0].Cells);
        Assert.Equal(rows.Count(row => row.Period - row.Cohort >= 1), result.Times[^1].Cells);
        Assert.True(result.Times[2].IsReference);
    }

    [Fact]
    public void A_reference_in_a_bin_or_that_does_not_occur_is_refused()
    {
        var panel = PanelRegressionCase.Panel(PanelRegressionCase.Rows(3));

        Assert.Contains("reference time -9", Assert.Throws<ArgumentException>(() => EventStudyRegression.Estimate(panel, new() { Reference = -9 })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => EventStudyRegression.Estimate(panel, new() { Reference = -2, First = -2 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventStudyRegressionOptions { Reference = 0 });
    }

    [Fact]
    public void Without_never_treated_units_the_last_cohort_is_the_control_until_it_starts()
    {
        var rows = PanelRegressionCase.Rows(5, complete: true).Where(row => row.Cohort is not null).Select(row => row with { Weight = 1 }).ToArray();
        var result = SunAbraham.Estimate(PanelRegressionCase.Panel(rows));

        // One cohort and one treated period are left: cohort 4 against 5 in period 4, from period 3.
        double Change(int cohort) => rows.Where(row => row.Cohort == cohort && row.Period is 3 or 4 && row.Cohort == cohort)
            .GroupBy(row => row.Unit).Average(unit => unit.Single(row => row.Period == 4).Outcome - unit.Single(row => row.Period == 3).Outcome);
        Assertion.Near(Change(4) - Change(5), result.Effect.Value, 1e-10);
        Assert.Contains(result.Effect.Warnings, warning => warning is { Kind: EstimationWarningKind.NoNeverTreated, Value: 4 });
    }

    [Fact]
    public void Units_treated_from_the_start_are_left_out_and_told()
    {
        var rows = PanelRegressionCase.Rows(6, complete: true);
        var with = SunAbraham.Estimate(PanelRegressionCase.Panel([.. rows, .. rows.Where(row => row.Unit == "00").Select(row => row with { Unit = "zz", Cohort = 1, Outcome = 99 })]));
        var without = SunAbraham.Estimate(PanelRegressionCase.Panel(rows));

        Assertion.Near(without.Effect.Value, with.Effect.Value, 1e-12);
        Assert.Contains(with.Effect.Warnings, warning => warning is { Kind: EstimationWarningKind.AlwaysTreatedLeftOut, Value: 1 });
    }

    [Fact]
    public void A_panel_without_treatment_is_refused()
    {
        var panel = CohortPanel.FromRows([new("a", 1, 1), new("a", 2, 2), new("b", 1, 1), new("b", 2, 5)]);

        Assert.Contains("No unit of the panel is treated", Assert.Throws<ArgumentException>(() => TwoWayFixedEffects.Estimate(panel)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SunAbraham.Estimate(panel));
        Assert.Throws<ArgumentException>(() => ImputationEstimator.Estimate(panel));
        Assert.Throws<ArgumentException>(() => PoissonDifferenceInDifferences.Estimate(panel));
    }
}
