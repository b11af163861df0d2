using Utvardering.Statistics.DifferenceInDifferences;

namespace Utvardering.Statistics.Tests.DifferenceInDifferences;

public class TripleDifferenceTests
{
    [Fact]
    public void In_a_complete_panel_it_is_the_two_way_regression_of_the_gap() => Property.HoldsForEverySeed(
        seed =>
        {
            var affected = PanelRegressionCase.Rows(seed, complete: true).Select(row => row with { Weight = 1 }).ToArray();
            var other = affected.Select((row, i) => row with { Outcome = Math.Cos(i * (seed + 1.0)) + (0.5 * row.Period) }).ToArray();
            var gap = affected.Zip(other, (a, b) => a with { Outcome = a.Outcome - b.Outcome });
            var result = TripleDifference.Estimate(PanelRegressionCase.Panel(affected), PanelRegressionCase.Panel(other));
            var direct = TwoWayFixedEffects.Estimate(PanelRegressionCase.Panel(gap)).Effect;
            return Assertion.IsNear(direct.Value, result.Effect.Value, 1e-9)
                && Assertion.IsNear(result.Affected.Effect.Value - result.Comparison.Effect.Value, result.Effect.Value, 1e-9);
        },
        cases: 40);

    [Fact]
    public void All_effects_of_two_groups_count_as_their_rank()
    {
        // Units U, groups 2, periods T: all two-way effects have rank UT + U + T − 1.
        var rows = PanelRegressionCase.Rows(2, complete: true);
        var panel = PanelRegressionCase.Panel(rows);
        var result = TripleDifference.Estimate(panel, panel, new() { Errors = PanelErrors.Classical });
        var (u, t) = (panel.Units.Length, panel.Periods.Length);

        Assert.Equal((2 * u * t) - ((u * t) + u + t - 1) - 1, result.Effect.DegreesOfFreedom);
    }

    [Fact]
    public void Panels_of_different_units_are_refused()
    {
        var rows = PanelRegressionCase.Rows(2);
        var message = Assert.Throws<ArgumentException>(() =>
            TripleDifference.Estimate(PanelRegressionCase.Panel(rows), PanelRegressionCase.Panel(rows.Where(row => row.Unit != "00")))).Message;

        Assert.Contains("different units", message, StringComparison.Ordinal);
    }
}
