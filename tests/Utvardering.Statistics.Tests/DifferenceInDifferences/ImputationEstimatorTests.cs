using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Tests.DifferenceInDifferences;

public class ImputationEstimatorTests
{
    [Fact]
    public void Two_units_and_two_periods_by_hand()
    {
        // Control 1 → 2, treated 3 → 7: imputed 3 + 1 = 4, effect 3.
        var panel = CohortPanel.FromRows(
        [
            new("a", 1, 1), new("a", 2, 2),
            new("b", 1, 3) { Cohort = 2 }, new("b", 2, 7) { Cohort = 2 },
        ]);

        Assertion.Near(3, ImputationEstimator.Estimate(panel).Effect.Value, 1e-12);
    }

    [Fact]
    public void Estimates_and_standard_errors_equal_the_papers_formulas() => Property.HoldsForEverySeed(
        seed =>
        {
            var rows = PanelRegressionCase.Rows(seed);
            var result = ImputationEstimator.Estimate(PanelRegressionCase.Panel(rows), new() { Covariates = ["x"] });
            var (effect, error) = NaiveImputation.Average(rows, _ => true);
            var (atOne, errorAtOne) = NaiveImputation.Average(rows, row => row.Period - row.Cohort == 1);
            var (ofFour, errorOfFour) = NaiveImputation.Average(rows, row => row.Cohort == 4);
            var one = result.Times.Single(time => time.EventTime == 1).Estimate;
            var four = result.Cohorts.Single(cohort => cohort.Cohort == 4).Estimate;
            return Assertion.IsNear(effect, result.Effect.Value, 1e-10) && Assertion.IsNear(error, result.Effect.StandardError, 1e-10)
                && Assertion.IsNear(atOne, one.Value, 1e-10) && Assertion.IsNear(errorAtOne, one.StandardError, 1e-10)
                && Assertion.IsNear(ofFour, four.Value, 1e-10) && Assertion.IsNear(errorOfFour, four.StandardError, 1e-10);
        },
        cases: 60);

    [Fact]
    public void With_one_start_and_a_complete_panel_it_is_the_difference_of_changes() => Property.HoldsForEverySeed(
        seed =>
        {
            var rows = PanelRegressionCase.Rows(seed, complete: true).Select(row => row with { Cohort = row.Cohort is null ? null : 4, Weight = 1 }).ToArray();
            var panel = PanelRegressionCase.Panel(rows);
            return Assertion.IsNear(TwoWayFixedEffects.Estimate(panel).Effect.Value, ImputationEstimator.Estimate(panel).Effect.Value, 1e-10);
        },
        cases: 60);

    [Fact]
    public void Effects_without_noise_are_found_exactly()
    {
        // y = unit + period² and an effect of 2 at once, 3 later: cohorts 4 and 5, no noise.
        var rows = PanelRegressionCase.Rows(1, complete: true).Select(row => row with
        {
            Outcome = int.Parse(row.Unit, System.Globalization.CultureInfo.InvariantCulture) + (row.Period * row.Period)
                + (row.Period == row.Cohort ? 2 : row.Period > row.Cohort ? 3 : 0),
        });
        var result = ImputationEstimator.Estimate(PanelRegressionCase.Panel(rows), new() { Leads = 2 });

        Assert.All(result.CohortTimes, cell => Assertion.Near(cell.EventTime == 0 ? 2 : 3, cell.Estimate.Value, 1e-10));
        Assert.All(result.Leads, lead => Assertion.Near(0, lead.Estimate.Value, 1e-10));
        Assert.Equal([-2, -1], result.Leads.Select(lead => lead.EventTime).ToArray());
    }

    [Fact]
    public void Cells_in_periods_without_untreated_units_are_left_out_and_told()
    {
        // Without never-treated units nothing can be imputed from period 5 on.
        var rows = PanelRegressionCase.Rows(2, complete: true).Where(row => row.Cohort is not null).ToArray();
        var result = ImputationEstimator.Estimate(PanelRegressionCase.Panel(rows));

        Assert.Equal(rows.Count(row => row.Cohort == 4 && row.Period == 4), result.Times.Sum(time => time.Cells));
        Assert.Contains(result.Effect.Warnings, warning => warning.Kind == EstimationWarningKind.CellsWithoutComparison);
        Assert.Contains(result.Effect.Warnings, warning => warning is { Kind: EstimationWarningKind.NoNeverTreated, Value: 4 });
    }

    [Fact]
    public void Rows_in_another_order_give_the_same_digits()
    {
        var rows = PanelRegressionCase.Rows(7);
        var once = ImputationEstimator.Estimate(PanelRegressionCase.Panel(rows)).Effect;
        var reversed = ImputationEstimator.Estimate(PanelRegressionCase.Panel(rows.Reverse())).Effect;

        Assert.Equal((once.Value, once.StandardError), (reversed.Value, reversed.StandardError));
    }
}
