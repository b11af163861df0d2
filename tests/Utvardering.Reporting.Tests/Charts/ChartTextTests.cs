using Utvardering.Reporting.Charts;

namespace Utvardering.Reporting.Tests.Charts;

public class ChartTextTests
{
    [Theory]
    [InlineData(1234.5, 1, "1\u00A0234,5", "1,234.5")]
    [InlineData(-1234567.25, 1, "\u22121\u00A0234\u00A0567,3", "\u22121,234,567.3")]
    [InlineData(0.049, 1, "0,0", "0.0")]
    [InlineData(-0.049, 1, "0,0", "0.0")]
    [InlineData(12, 0, "12", "12")]
    public void Numbers_have_the_marks_of_the_language(double value, int decimals, string swedish, string english)
    {
        Assert.Equal(swedish, ChartText.Number(value, decimals, ChartLanguage.Swedish));
        Assert.Equal(english, ChartText.Number(value, decimals, ChartLanguage.English));
    }

    [Theory]
    [InlineData(2.5, "+2,5")]
    [InlineData(-2.5, "\u22122,5")]
    [InlineData(0.01, "0,0")]
    public void A_sign_stands_before_all_but_zero(double value, string expected) =>
        Assert.Equal(expected, ChartText.WithSign(value, 1, ChartLanguage.Swedish));

    [Theory]
    [InlineData(2023, 12, "2023 kv\u00A04", "Q4 2023", "dec", "Dec")]
    [InlineData(2024, 3, "2024 kv\u00A01", "Q1 2024", "mars", "Mar")]
    [InlineData(2024, 4, "2024 kv\u00A02", "Q2 2024", "apr", "Apr")]
    public void Quarters_and_months_are_named(int year, int month, string swedishQuarter, string englishQuarter, string swedishMonth, string englishMonth)
    {
        var date = new DateOnly(year, month, 1);
        Assert.Equal(swedishQuarter, ChartText.Quarter(date, ChartLanguage.Swedish));
        Assert.Equal(englishQuarter, ChartText.Quarter(date, ChartLanguage.English));
        Assert.Equal(swedishMonth, ChartText.Month(date, ChartLanguage.Swedish));
        Assert.Equal(englishMonth, ChartText.Month(date, ChartLanguage.English));
    }
}
