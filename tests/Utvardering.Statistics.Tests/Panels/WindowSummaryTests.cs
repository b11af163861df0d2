using Utvardering.Statistics.Panels;

namespace Utvardering.Statistics.Tests.Panels;

public class WindowSummaryTests
{
    [Fact]
    public void Counts_are_pooled_over_the_window()
    {
        // (2 + 4) / (100 + 300) × 1000 = 15; the mean of the two rates would be 16.67.
        var panel = Panel.FromObservations(PeriodGrain.Year, [new("a", new(2022, 1, 1), 2, 100), new("a", new(2023, 1, 1), 4, 300), new("a", new(2024, 1, 1), 9, 1)], 1000);
        var summary = WindowSummary.Of(panel, new(new(2022, 1, 1), new(2023, 1, 1)));

        Assert.Equal(15, summary.Units[0].Value, 9);
        Assert.Equal(2, summary.Periods);
        Assert.Equal(24, summary.Months);
    }

    [Fact]
    public void Values_are_averaged_over_the_periods_present()
    {
        var panel = Panel.FromObservations(PeriodGrain.Year, [new("a", new(2022, 1, 1), 2), new("a", new(2023, 1, 1), double.NaN), new("a", new(2024, 1, 1), 9)]);
        var unit = WindowSummary.Of(panel, new(new(2022, 1, 1), new(2024, 1, 1))).Units[0];

        Assert.Equal(5.5, unit.Value);
        Assert.Equal(2, unit.PeriodsPresent);
    }

    [Fact]
    public void A_unit_without_periods_has_no_value()
    {
        var panel = Panel.FromObservations(PeriodGrain.Year, [new("a", new(2022, 1, 1), 2), new("a", new(2023, 1, 1), double.NaN)]);
        Assert.Equal(new("a", double.NaN, 0), WindowSummary.Of(panel, new(new(2023, 1, 1), new(2023, 1, 1))).Units[0]);
    }
}
