using System.Text;
using Utvardering.Testing;

namespace Utvardering.SampleData.Tests;

public class OffenceExportTests
{
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "Maj", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dec"];

    [Fact]
    public void There_is_one_file_a_year_and_offence_code() => Assert.Equal(
        from code in new[] { "1210", "1701" } from year in Enumerable.Range(2019, 7) select $"{code}_{year}.txt",
        Sample.World.Files("bra-sol").Select(file => file.RelativePath));

    [Fact]
    public void The_bytes_are_ISO_8859_1_with_CRLF()
    {
        var bytes = Sample.World.Files("bra-sol")[0].Content;
        Assert.StartsWith("Region;Brott;År;Period;Antal;/100 000 inv\r\n", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Throws<DecoderFallbackException>(() => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes));
        var text = Encoding.Latin1.GetString(bytes);
        Assert.Equal(text.Count(letter => letter == '\n'), text.Split("\r\n").Length - 1);
    }

    [Fact]
    public void Rows_are_one_semicolon_longer_than_the_header_and_every_region_has_every_month()
    {
        var rows = Sample.Rows(Sample.World, "bra-sol", "1210_2024.txt", Encoding.Latin1);
        Assert.All(rows, row => Assert.True(row is [_, "1210 - Anlagd brand m.m.", "2024", _, _, _, ""]));
        Assert.Equal(291 * 12, rows.Length);
        Assert.All(rows.GroupBy(row => row[0]), region => Assert.Equal(Months, region.Select(row => row[3])));
        Assert.Contains(rows, row => row[4] == "0" && row[5] == "0");
        Assert.Contains(rows, row => row[0] == "Okänd kommun" && row[4] != "0");
        Assert.Contains(rows, row => row[0] == "Tranås kommun ");
    }

    [Fact]
    public void Regions_stand_in_Swedish_alphabetical_order()
    {
        var names = Sample.Rows(Sample.World, "bra-sol", "1210_2024.txt", Encoding.Latin1).Select(row => row[0]).Distinct().ToArray();
        Assert.Equal("Ale kommun", names[0]);
        Assert.Equal(["Övertorneå kommun", "Okänd kommun"], names[^2..]);
        Assert.True(Array.IndexOf(names, "Åtvidaberg kommun") < Array.IndexOf(names, "Älmhult kommun"));
    }

    [Fact]
    public void A_few_cells_are_not_available_and_are_so_whole()
    {
        var rows = Sample.World.Files("bra-sol").SelectMany(file => Sample.Rows(file, Encoding.Latin1)).ToArray();
        var missing = rows.Where(row => row[4] == "..").ToArray();
        Assert.InRange(missing.Length, 1, 50);
        Assert.All(missing, row => Assert.Equal("..", row[5]));
    }

    [Fact]
    public void The_year_is_marked_preliminary_until_the_end_of_the_next_March()
    {
        Assert.Equal(["2025 prel."], Years(Sample.World, "1210_2025.txt"));
        Assert.Equal(["2024"], Years(Sample.World, "1210_2024.txt"));
        Assert.Equal(["2024 prel."], Years(Sample.At(2025, 3, 30), "1210_2024.txt"));
        Assert.Equal(["2024"], Years(Sample.At(2025, 3, 31), "1210_2024.txt"));
    }

    [Fact]
    public void Preliminary_figures_only_grow_and_end_a_little_higher()
    {
        int[] sums = [Sum(Sample.At(2024, 12, 12)), Sum(Sample.At(2025, 2, 12)), Sum(Sample.At(2025, 3, 31)), Sum(Sample.World)];
        Assert.Equal(sums.Order(), sums);
        Assert.Equal(sums[2], sums[3]);
        // At most six in a hundred come late.
        Assert.InRange((double)sums[0] / sums[3], 0.95, 0.999);

        static int Sum(SampleWorld world) => Sample.Rows(world, "bra-sol", "1210_2024.txt", Encoding.Latin1)
            .Where(row => row[3] != "Dec" && row[4] != "..").Sum(row => int.Parse(row[4], null));
    }

    [SharedDataFact]
    public void Regions_are_named_as_in_a_real_export()
    {
        var real = File.ReadAllText(Path.Combine(Repository.Shared, "data", "bra", "Sökning.txt"), Encoding.Latin1)
            .Split('\n').Where(line => line.Split(';') is [_, "", _]).Select(line => line.Split(';')[0]).Where(name => name.EndsWith(" kommun", StringComparison.Ordinal));
        var ours = Sample.Rows(Sample.World, "bra-sol", "1701_2019.txt", Encoding.Latin1).Select(row => row[0].TrimEnd()).Where(name => name != "Okänd kommun");
        Assert.Equal(real.Distinct().Order(), ours.Distinct().Order());
    }

    private static string[] Years(SampleWorld world, string file) => [.. Sample.Rows(world, "bra-sol", file, Encoding.Latin1).Select(row => row[2]).Distinct()];
}
