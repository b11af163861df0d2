using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Tests.Wording;

public sealed class TimeTests
{
    private static readonly ReportLanguage Sv = ReportLanguage.Swedish;

    [Fact]
    public void A_date_is_written_out() => Assert.Equal("21 november 2026", Sv.Date(new(2026, 11, 21)));

    [Theory]
    [InlineData("2024-01-01", "month", "januari 2024", "January 2024", "2024-01")]
    [InlineData("2024-01-01", "quarter", "kv\u00A01 2024", "Q1 2024", "2024-Q1")]
    [InlineData("2024-01-01", "year", "2024", "2024", "2024")]
    public void A_period_is_named_by_its_grain(string start, string grain, string sv, string en, string code)
    {
        var date = DateOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(sv, Sv.Period(date, grain));
        Assert.Equal(en, ReportLanguage.English.Period(date, grain));
        Assert.Equal(code, ReportLanguage.PeriodCode(date, grain));
    }

    [Theory]
    [InlineData("2024-01-01", "2024-03-01", "month", "januari–mars 2024")]
    [InlineData("2019-07-01", "2023-12-01", "month", "juli 2019–december 2023")]
    [InlineData("2024-01-01", "2024-01-01", "month", "januari 2024")]
    [InlineData("2024-01-01", "2024-07-01", "quarter", "kv\u00A01–kv\u00A03 2024")]
    [InlineData("2019-01-01", "2023-01-01", "year", "2019–2023")]
    public void A_range_says_the_year_once_where_it_is_one(string from, string to, string grain, string text) => Assert.Equal(
        text, Sv.Range(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture), grain));

    [Theory]
    [InlineData(1, "en månad")]
    [InlineData(3, "tre månader")]
    [InlineData(12, "ett år")]
    [InlineData(27, "två år och tre månader")]
    public void A_length_of_time_is_told_in_years_and_months(int months, string text) => Assert.Equal(text, Sv.Length(months));

    [Fact]
    public void A_list_has_and_before_its_last() => Assert.Equal("a, b och c", Sv.And(["a", "b", "c"]));
}
