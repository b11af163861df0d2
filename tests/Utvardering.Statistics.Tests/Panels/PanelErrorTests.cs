using Utvardering.Statistics.Panels;

namespace Utvardering.Statistics.Tests.Panels;

public class PanelErrorTests
{
    private static readonly DateOnly January = new(2024, 1, 1);
    private static readonly DateOnly February = new(2024, 2, 1);
    private static readonly DateOnly April = new(2024, 4, 1);

    [Fact]
    public void Two_rows_for_a_unit_and_period_are_refused_by_name() =>
        Refused([new("0380", January, 1), new("0380", February, 1), new("0380", February, 1)], "\"0380\"", "2024-02-01", "two rows");

    [Fact]
    public void A_gap_in_the_periods_is_refused_with_the_missing_period() =>
        Refused([new("0380", January, 1), new("0380", February, 1), new("0580", April, 1)], "gap", "2024-03-01", "2024-04-01");

    [Fact]
    public void One_period_is_refused() => Refused([new("0380", January, 1), new("0580", January, 1)], "two periods", "2024-01-01");

    [Fact]
    public void No_rows_are_refused() => Refused([], "no units");

    [Fact]
    public void A_date_inside_a_month_is_refused() => Refused([new("0380", new(2024, 1, 15), 1), new("0380", February, 1)], "2024-01-15", "first day");

    [Fact]
    public void An_infinite_outcome_is_refused() => Refused([new("0380", January, double.PositiveInfinity), new("0380", February, 1)], "\"0380\"", "2024-01-01", "infinite");

    [Fact]
    public void A_count_without_exposure_beside_others_is_refused() =>
        Refused([new("0380", January, 1, 100), new("0380", February, 1)], "\"0380\"", "2024-02-01", "without exposure");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void An_exposure_that_is_not_positive_is_refused(double exposure) =>
        Refused([new("0380", January, 1, exposure), new("0380", February, 1, 100)], "\"0380\"", "2024-01-01", "person-months");

    [Fact]
    public void A_rate_scale_without_exposures_is_refused() =>
        Assert.Contains("no row has an exposure", Assert.Throws<ArgumentException>(() =>
            Panel.FromObservations(PeriodGrain.Month, [new("a", January, 1), new("a", February, 1)], 1_200_000)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_window_outside_the_panel_says_what_the_panel_holds()
    {
        var panel = Panel.FromObservations(PeriodGrain.Month, [new("a", January, 1), new("a", February, 1)]);
        var error = Assert.Throws<ArgumentException>(() => WindowSummary.Of(panel, new(January, April)));
        Assert.Contains("2024-04-01", error.Message, StringComparison.Ordinal);
        Assert.Contains("2024-01-01 to 2024-02-01", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_window_that_ends_before_it_begins_is_refused() =>
        Assert.Throws<ArgumentException>(() => new PeriodWindow(February, January));

    private static void Refused(PanelObservation[] rows, params string[] said)
    {
        var error = Assert.Throws<ArgumentException>(() => Panel.FromObservations(PeriodGrain.Month, rows));
        Assert.All(said, word => Assert.Contains(word, error.Message, StringComparison.Ordinal));
    }
}
