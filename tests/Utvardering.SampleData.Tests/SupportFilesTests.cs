using System.Globalization;
using System.Text;

namespace Utvardering.SampleData.Tests;

public class SupportFilesTests
{
    [Fact]
    public void Each_giver_of_support_logs_its_municipalities_and_months()
    {
        Assert.Equal(["forstarkningsteam.csv", "bra.csv"], Sample.World.Files("support-log").Select(file => file.RelativePath));

        // January 2024 to November 2025, five lines a month; January 2022 to June 2024, six lines a month.
        Assert.Equal(6 * 23 * 5, Rows("forstarkningsteam.csv").Length);
        Assert.Equal(5 * 30 * 6, Rows("bra.csv").Length);
        Assert.Equal(Sample.World.MembersOf("pilots").Order(), Rows("forstarkningsteam.csv").Select(row => row[0]).Distinct().Order());
    }

    [Fact]
    public void A_month_is_logged_once_it_is_out()
    {
        Assert.Equal("2024-03", Rows("forstarkningsteam.csv", Sample.At(2024, 5, 9))[^1][1]);
        Assert.Equal("2024-04", Rows("forstarkningsteam.csv", Sample.At(2024, 5, 10))[^1][1]);
        Assert.Equal(["bra.csv"], Sample.At(2024, 2, 9).Files("support-log").Select(file => file.RelativePath));
    }

    [Fact]
    public void Support_grows_in_the_first_months_and_rests_in_July()
    {
        var months = Rows("forstarkningsteam.csv").GroupBy(row => row[1]).ToDictionary(month => month.Key, month => month.Sum(Hours));

        // A quarter of the full number in the first of four months; July has 0.15 of an ordinary month, June 0.8.
        Assert.True(months["2024-01"] < months["2024-04"] / 2, $"{months["2024-01"]} and {months["2024-04"]} hours");
        Assert.True(months["2024-07"] < months["2024-06"] / 3, $"{months["2024-07"]} and {months["2024-06"]} hours");
        Assert.All(Rows("bra.csv"), row => Assert.Matches("^[0-9]+(,5)?$", row[4]));
    }

    private static double Hours(string[] row) => double.Parse(row[4].Replace(',', '.'), CultureInfo.InvariantCulture);

    private static string[][] Rows(string file, SampleWorld? world = null) => Sample.Rows(world ?? Sample.World, "support-log", file, Encoding.UTF8);
}
