using Utvardering.Statistics.Panels;

namespace Utvardering.Statistics.Tests.Panels;

public class PanelTests
{
    private static readonly DateOnly January = new(2024, 1, 1);
    private static readonly DateOnly February = new(2024, 2, 1);

    [Fact]
    public void Cells_are_found_by_unit_and_period_whatever_the_order_of_rows()
    {
        var panel = Panel.FromObservations(PeriodGrain.Month, [new("0580", February, 4), new("0380", January, 1), new("0580", January, 3), new("0380", February, 2)]);

        Assert.Equal(["0380", "0580"], panel.Units.AsEnumerable());
        Assert.Equal([January, February], panel.Periods.Starts.AsEnumerable());
        Assert.Equal(4, panel.Value(panel.IndexOf("0580"), panel.Periods.IndexOf(February)));
        Assert.Equal(1, panel.Outcome(0, 0));
    }

    [Fact]
    public void A_count_is_analysed_as_count_over_exposure_times_scale()
    {
        // 5 offences in 20 000 person-months: 5 / 20 000 × 12 × 100 000 = 300 per 100 000 inhabitants and year.
        var panel = Panel.FromObservations(PeriodGrain.Month, [new("0380", January, 5, 20_000), new("0380", February, 0, 20_000)], rateScale: 1_200_000);

        Assert.True(panel.HasExposure);
        Assert.Equal(300, panel.Value(0, 0), 9);
        Assert.Equal(0, panel.Value(0, 1));
        Assert.Equal(20_000, panel.Exposure(0, 0));
    }

    [Fact]
    public void A_cell_without_a_row_is_missing_and_zero_is_not()
    {
        var panel = Panel.FromObservations(PeriodGrain.Month, [new("a", January, 0), new("a", February, double.NaN), new("b", January, 1)]);

        Assert.False(panel.IsMissing(0, 0));
        Assert.True(panel.IsMissing(0, 1));
        Assert.True(panel.IsMissing(1, 1));
    }

    [Fact]
    public void An_unknown_unit_is_named() =>
        Assert.Contains("\"c\"", Assert.Throws<ArgumentException>(() => Two().IndexOf("c")).Message, StringComparison.Ordinal);

    [Fact]
    public void Exposure_of_a_panel_without_counts_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => Two().Exposure(0, 0));

    private static Panel Two() => Panel.FromObservations(PeriodGrain.Month, [new("a", January, 0), new("a", February, 1)]);
}
