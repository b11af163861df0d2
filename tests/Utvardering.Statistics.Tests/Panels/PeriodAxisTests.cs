using Utvardering.Statistics.Panels;

namespace Utvardering.Statistics.Tests.Panels;

public class PeriodAxisTests
{
    [Theory]
    [InlineData(PeriodGrain.Month, 2024, 5, 1)]
    [InlineData(PeriodGrain.Quarter, 2024, 4, 1)]
    [InlineData(PeriodGrain.Year, 2024, 1, 1)]
    public void A_date_lies_in_the_period_that_started_last(PeriodGrain grain, int year, int month, int day) =>
        Assert.Equal(new(year, month, day), PeriodAxis.StartOf(grain, new(2024, 5, 31)));

    [Fact]
    public void Quarters_follow_over_the_turn_of_the_year() =>
        Assert.Equal(3, PeriodAxis.Of(PeriodGrain.Quarter, [new(2024, 1, 1), new(2023, 7, 1), new(2023, 10, 1)]).Count);

    [Fact]
    public void A_quarter_must_start_in_its_first_month() =>
        Assert.Contains("2024-02-01", Assert.Throws<ArgumentException>(() => PeriodAxis.Of(PeriodGrain.Quarter, [new(2024, 2, 1)])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_window_has_its_first_position_and_its_length()
    {
        var axis = PeriodAxis.Of(PeriodGrain.Month, Enumerable.Range(0, 12).Select(month => new DateOnly(2024, 1, 1).AddMonths(month)));
        Assert.Equal((2, 3), axis.Positions(new(new(2024, 3, 1), new(2024, 5, 1))));
    }
}
