using System.Text;

namespace Utvardering.SampleData.Tests;

public class DeliveryFilesTests
{
    [Fact]
    public void The_six_pilots_and_five_supported_municipalities_deliver_a_file_each() => Assert.Equal(
        ["0181.csv", "0191.csv", "0305.csv", "0380.csv", "0486.csv", "0580.csv", "0880.csv", "1480.csv", "1488.csv", "1490.csv", "2281.csv"],
        Sample.World.Files("deliveries").Select(file => file.RelativePath));

    [Fact]
    public void The_bytes_are_UTF_8_with_a_mark_and_CRLF()
    {
        var bytes = Sample.World.Files("deliveries")[0].Content;
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes[3..]);
        Assert.StartsWith("kommunkod;kvartal;åldersgrupp;kön;mått;instrument;antal;av;värde\r\n0181;2022K1;0–12;pojkar;orosanmalningar;", text, StringComparison.Ordinal);
        Assert.Equal(text.Count(letter => letter == '\n'), text.Split("\r\n").Length - 1);
    }

    [Fact]
    public void Every_quarter_age_sex_and_measure_is_there_once()
    {
        var rows = Rows("1490.csv");
        // 2022K1–2025K3: four ages, two sexes, twelve measures, and three figures of all together.
        Assert.Equal(15 * ((4 * 2 * 12) + 3), rows.Length);
        Assert.Equal(rows.Length, rows.Select(row => string.Join(';', row[..5])).Distinct().Count());
        Assert.Equal(["0–12", "13–15", "16–17", "18–20", "0–20"], rows.Select(row => row[2]).Distinct());
        Assert.Equal(["pojkar", "flickor", "samtliga"], rows.Select(row => row[3]).Distinct());
        Assert.Equal("2025K3", rows[^1][1]);
    }

    [Fact]
    public void Shares_are_out_of_the_investigations_ended_and_counts_are_out_of_nothing()
    {
        foreach (var cell in Rows("0380.csv").Where(row => row[3] != "samtliga").GroupBy(row => string.Join(';', row[..4])))
        {
            var rows = cell.ToDictionary(row => row[4]);
            var ended = rows["avslutade_utredningar"][6];
            Assert.Equal("", rows["orosanmalningar"][7]);
            Assert.Equal("", rows["avslutade_utredningar"][7]);
            Assert.All(["utredningar_inom_fyra_manader", "strukturerad_bedomning", "aterkommande_6_manader"], measure =>
            {
                Assert.Equal(ended, rows[measure][7]);
                Assert.InRange(int.Parse(rows[measure][6], null), 0, int.Parse(ended, null));
            });
        }
    }

    [Fact]
    public void Who_returns_within_six_months_returns_within_twelve()
    {
        foreach (var cell in Rows("0380.csv").Where(row => row[3] != "samtliga").GroupBy(row => string.Join(';', row[..4])))
        {
            var rows = cell.ToDictionary(row => row[4], row => row[6]);
            Assert.True(int.Parse(rows["aterkommande_12_manader"], null) >= int.Parse(rows["aterkommande_6_manader"], null));
        }
    }

    [Fact]
    public void Figures_are_of_all_together_and_over_somebody()
    {
        var figures = Rows("0380.csv").Where(row => row[3] == "samtliga").ToList();
        Assert.Equal(["utredningstid_median", "tid_till_forsta_insats_median", "insatsintensitet"], figures.Select(row => row[4]).Distinct());
        Assert.All(figures, row => Assert.Matches("^;[1-9][0-9]*;[0-9]+,[0-9]$", string.Join(';', row[6..])));
    }

    [Fact]
    public void Structured_assessment_names_its_instrument_and_nothing_else_does() => Assert.All(Rows("0380.csv"), row =>
        Assert.Equal(row[4] == "strukturerad_bedomning", row[5].Length > 0));

    private static string[][] Rows(string file) => Sample.Rows(Sample.World, "deliveries", file, Encoding.UTF8);
}
