using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Sensitivity;
using Utvardering.Statistics.Tests.Power;

namespace Utvardering.Statistics.Tests.Sensitivity;

public class LeaveOneUnitOutTests
{
    [Fact]
    public void Each_estimate_is_that_of_a_panel_built_without_the_unit()
    {
        var panel = PowerCase.Panel(2, 8, 6, unit => unit < 3 ? 3 : null);
        var result = LeaveOneUnitOut.Of(panel, PowerCase.DifferenceInDifferences);

        Assert.Equal(panel.Units, result.Units.Select(unit => unit.Unit));
        foreach (var left in result.Units)
        {
            var rows = Enumerable.Range(0, 8).Where(unit => panel.Units[unit] != left.Unit).SelectMany(unit => Enumerable.Range(0, 6)
                .Select(period => new CohortPanelRow(panel.Units[unit], period, panel.Outcome(unit, period)) { Cohort = panel.Cohorts[unit] }));
            var naive = PowerCase.DifferenceInDifferences(CohortPanel.FromRows(rows));
            Assert.Equal(naive.Value, left.Estimate!.Value);
            Assert.Equal(naive.StandardError, left.Estimate.StandardError);
        }
    }

    [Fact]
    public void The_unit_that_carries_the_result_is_named()
    {
        // Nothing happens but in u000, which jumps by 2 000.
        var panel = PowerCase.Panel(2, 12, 6, unit => unit < 3 ? 3 : null).WithOutcomes((unit, period, outcome) => unit == 0 && period >= 3 ? outcome + 2000 : outcome);
        var result = LeaveOneUnitOut.Of(panel, PowerCase.DifferenceInDifferences, treatedOnly: true);

        Assert.Equal(3, result.Units.Length);
        Assert.Equal("u000", result.MostInfluential!.Unit);
        Assert.True(result.Range.Lowest < 3);
    }

    [Fact]
    public void Without_the_only_treated_unit_there_is_a_reason_instead_of_an_estimate()
    {
        var result = LeaveOneUnitOut.Of(PowerCase.Panel(2, 5, 6, unit => unit == 0 ? 3 : null), PowerCase.DifferenceInDifferences, treatedOnly: true);
        Assert.Null(result.Units.Single().Estimate);
        Assert.Equal("No unit is treated.", result.Units.Single().Problem);
        Assert.Null(result.MostInfluential);
    }

    [Fact]
    public void Clusters_stay_numbered_one_apart()
    {
        var panel = CohortPanel.FromRows(Enumerable.Range(0, 3).SelectMany(unit => Enumerable.Range(0, 2).Select(period => new CohortPanelRow($"u{unit}", period, 1) { Cluster = $"c{unit}" })));
        Assert.Equal(new[] { 0, 1 }, panel.Without(1).Clusters.ToArray());
        Assert.Throws<ArgumentException>(() => panel.Without(0).Without(0).Without(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => panel.Window(1, 2));
        Assert.Throws<ArgumentException>(() => panel.WithCohorts([1]));
    }

    [Fact]
    public void Controls_without_effect_are_corrected_for_their_number_and_say_what_they_could_have_found()
    {
        var controls = Enumerable.Range(0, 4).Select(i => ($"outcome {i}", PowerCase.Panel((ulong)i, 30, 6, unit => unit < 10 ? 3 : null))).ToArray();
        var rows = NegativeControls.Of([.. controls], PowerCase.DifferenceInDifferences);

        // Holm at the smallest of four: four times its p.
        var smallest = rows.MinBy(row => row.Estimate.PValue)!;
        Assertion.Near(Math.Min(1, 4 * smallest.Estimate.PValue), smallest.AdjustedPValue, 1e-12);

        // t(0.975; 28) + t(0.8; 28) = 2.048407 + 0.854647, from the published table.
        Assertion.Near((2.048407 + 0.854647) * rows[0].Estimate.StandardError, rows[0].DetectableEffect, 1e-5);
        Assert.Throws<ArgumentException>(() => NegativeControls.Of([], PowerCase.DifferenceInDifferences));
        Assert.Contains("ghost", Assert.Throws<ArgumentException>(() => NegativeControls.Of([("ghost", PowerCase.Panel(1, 4, 4))], PowerCase.DifferenceInDifferences)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(7000)]
    public void Breakdown_value_is_where_the_conclusion_falls(double truth) => Assertion.Near(truth, BreakdownValue.Of(violation => violation < truth), 1e-8 * Math.Max(1, truth));

    [Fact]
    public void What_nothing_topples_has_no_breakdown_value() => Assert.Equal(double.PositiveInfinity, BreakdownValue.Of(_ => true));
}
