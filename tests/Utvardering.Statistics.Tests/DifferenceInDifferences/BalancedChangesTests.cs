using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.Tests.SyntheticControl;

namespace Utvardering.Statistics.Tests.DifferenceInDifferences;

public class BalancedChangesTests
{
    [Theory]
    [InlineData(9, 8)]
    [InlineData(60, 5)]
    public void The_effect_from_changes_is_the_regressions(int units, int periods) => Property.HoldsForEverySeed(
        seed =>
        {
            var panel = new RandomPanel(units, periods, 2004, 2004, 2004).Of(seed);
            return BalancedChanges.Effect(panel, new() { Confidence = 0.9 }) is { } effect && AreEqual(TwoWayFixedEffects.Estimate(panel, new() { Confidence = 0.9 }).Effect, effect);
        },
        cases: 30);

    [Fact]
    public void Whatever_asks_for_the_regression_gets_it()
    {
        var plain = new RandomPanel(9, 8, 2004, 2004);
        CohortPanel[] panels =
        [
            plain.Of(1, (unit, period, outcome) => unit == 3 && period == 2005 ? double.NaN : outcome),
            new RandomPanel(9, 8, 2004, 2006).Of(1),
            new RandomPanel(9, 8, 2004, 2001).Of(1),
        ];
        Assert.All(panels, panel => Assert.Null(BalancedChanges.Effect(panel, new())));
        Assert.All(panels, panel => Assert.True(AreEqual(TwoWayFixedEffects.Estimate(panel).Effect, TwoWayFixedEffects.Effect(panel))));
        Assert.Null(BalancedChanges.Effect(plain.Of(1), new() { Errors = PanelErrors.BiasReduced }));
    }

    private static bool AreEqual(Estimate expected, Estimate actual) =>
        expected.Method == actual.Method && expected.Sample == actual.Sample && expected.Warnings.SequenceEqual(actual.Warnings)
        && expected.DegreesOfFreedom == actual.DegreesOfFreedom
        && Assertion.IsNear(expected.Value, actual.Value, 1e-10) && Assertion.IsNear(expected.StandardError, actual.StandardError, 1e-10)
        && Assertion.IsNear(expected.Interval.Low, actual.Interval.Low, 1e-9) && Assertion.IsNear(expected.Interval.High, actual.Interval.High, 1e-9)
        && Assertion.IsNear(expected.PValue, actual.PValue, 1e-9);
}
