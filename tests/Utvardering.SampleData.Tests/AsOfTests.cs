using System.Text;

namespace Utvardering.SampleData.Tests;

public class AsOfTests
{
    [Theory]
    [InlineData(2025, 2, 21, "2023")]
    [InlineData(2025, 2, 22, "2024")]
    public void Population_comes_on_22_February(int year, int month, int day, string last)
    {
        var table = Sample.Ask(Sample.At(year, month, day), "https://statistikdatabasen.scb.se/api/v2/tables/TAB638");
        Assert.Equal(last, table.GetProperty("lastPeriod").GetString());
    }

    [Theory]
    [InlineData("N07403", 2025, 5, 14, 2023)]
    [InlineData("N07403", 2025, 5, 15, 2024)]
    [InlineData("U33401", 2025, 9, 14, 2023)]
    [InlineData("U33401", 2025, 9, 15, 2024)]
    public void Key_figures_come_in_May_and_those_of_the_social_services_in_September(string kpi, int year, int month, int day, int last)
    {
        var answer = Sample.Ask(Sample.At(year, month, day), $"https://api.kolada.se/v3/data/kpi/{kpi}/municipality/1490");
        Assert.Equal(last, answer.GetProperty("values").EnumerateArray().Max(row => row.GetProperty("period").GetInt32()));
    }

    [Theory]
    [InlineData(2025, 10, 11, "Aug")]
    [InlineData(2025, 10, 12, "Sep")]
    [InlineData(2025, 12, 31, "Nov")]
    public void A_month_of_offences_comes_on_the_12th_of_the_next(int year, int month, int day, string last) =>
        Assert.Equal(last, Sample.Rows(Sample.At(year, month, day), "bra-sol", "1701_2025.txt", Encoding.Latin1)[^1][3]);

    [Theory]
    [InlineData(2026, 1, 11, "1210_2025.txt", "Nov")]
    [InlineData(2026, 1, 12, "1210_2025.txt", "Dec")]
    public void A_years_last_month_comes_in_the_next_year(int year, int month, int day, string file, string last) =>
        Assert.Equal(last, Sample.Rows(Sample.At(year, month, day), "bra-sol", file, Encoding.Latin1)[^1][3]);

    [Theory]
    [InlineData(2025, 10, 19, "2025K2")]
    [InlineData(2025, 10, 20, "2025K3")]
    [InlineData(2025, 12, 31, "2025K3")]
    [InlineData(2026, 1, 20, "2025K4")]
    public void A_quarter_is_delivered_on_the_20th_of_the_month_after(int year, int month, int day, string last) =>
        Assert.Equal(last, Sample.Rows(Sample.At(year, month, day), "deliveries", "1490.csv", Encoding.UTF8)[^1][1]);

    [Fact]
    public void Before_the_first_publication_there_is_nothing()
    {
        var world = Sample.At(2015, 1, 1);
        Assert.Empty(world.Files("bra-sol"));
        Assert.Empty(world.Files("deliveries"));
        Assert.Equal(0, Sample.Ask(world, "https://api.kolada.se/v3/data/kpi/N07403/municipality/1490").GetProperty("count").GetInt32());
    }
}
