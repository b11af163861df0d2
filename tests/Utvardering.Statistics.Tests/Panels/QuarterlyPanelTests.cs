using Utvardering.Statistics.Panels;

namespace Utvardering.Statistics.Tests.Panels;

public class QuarterlyPanelTests
{
    [Fact]
    public void Rate_of_a_quarter_is_sum_over_sum()
    {
        // (1 + 2 + 3) / (100 + 100 + 400) × 1200 = 12, where the mean of monthly rates would be (12 + 24 + 9) / 3 = 15;
        // (3 + 0 + 0) / (100 + 200 + 300) × 1200 = 6, where it would be (36 + 0 + 0) / 3 = 12.
        var quarters = QuarterlyPanel.FromMonths(Months([1, 2, 3, 3, 0, 0], [100, 100, 400, 100, 200, 300])).Panel;

        Assert.Equal(PeriodGrain.Quarter, quarters.Periods.Grain);
        Assert.Equal([new DateOnly(2024, 1, 1), new(2024, 4, 1)], quarters.Periods.Starts.AsEnumerable());
        Assert.Equal(12, quarters.Value(0, 0), 9);
        Assert.Equal(6, quarters.Value(0, 1), 9);
        Assert.Equal(6, quarters.Outcome(0, 0));
        Assert.Equal(600, quarters.Exposure(0, 0));
    }

    [Fact]
    public void A_missing_month_leaves_both_sums_and_is_flagged()
    {
        var quarterly = QuarterlyPanel.FromMonths(Months([1, double.NaN, 3, 1, 1, 1], [100, 100, 100, 100, 100, 100]));

        // (1 + 3) / (100 + 100) × 1200 = 24
        Assert.Equal(24, quarterly.Panel.Value(0, 0), 9);
        var partial = Assert.Single(quarterly.PartialQuarters);
        Assert.Equal(new("0380", new(2024, 1, 1), 2), partial);
        Assert.Equal(2 / 3.0, partial.Share);
    }

    [Fact]
    public void A_quarter_cut_off_by_the_end_of_the_panel_is_flagged()
    {
        var partial = Assert.Single(QuarterlyPanel.FromMonths(Months([1, 1, 1, 1], [100, 100, 100, 100])).PartialQuarters);
        Assert.Equal(new("0380", new(2024, 4, 1), 1), partial);
    }

    [Fact]
    public void A_quarter_without_any_month_is_missing()
    {
        var quarterly = QuarterlyPanel.FromMonths(Months([double.NaN, double.NaN, double.NaN, 1, 1, 1], [100, 100, 100, 100, 100, 100]));

        Assert.True(quarterly.Panel.IsMissing(0, 0));
        Assert.Equal(0, Assert.Single(quarterly.PartialQuarters).MonthsPresent);
    }

    [Fact]
    public void A_panel_without_exposures_is_refused() => Assert.Throws<ArgumentException>(() =>
        QuarterlyPanel.FromMonths(Panel.FromObservations(PeriodGrain.Month, [new("a", new(2024, 1, 1), 1), new("a", new(2024, 2, 1), 1)])));

    private static Panel Months(double[] counts, double[] exposures) => Panel.FromObservations(
        PeriodGrain.Month,
        counts.Select((count, month) => new PanelObservation("0380", new DateOnly(2024, 1, 1).AddMonths(month), count, exposures[month])),
        rateScale: 1200);
}
