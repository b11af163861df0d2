using System.Text;
using System.Text.Json;

namespace Utvardering.SampleData.Tests;

public class DeterminismTests
{
    private const string Kolada = "https://api.kolada.se/v3";
    private const string Scb = "https://statistikdatabasen.scb.se/api/v2/tables/TAB638/data?lang=sv&outputFormat=json-stat2";

    private static readonly string[] Addresses =
    [
        $"{Kolada}/data/kpi/N07403,U33401,N33812,N02797/year/2022,2023,2024?region_type=K",
        $"{Kolada}/municipality_groups",
        $"{Scb}&valueCodes[Region]=1490,0305,14&valueCodes[Alder]=*&valueCodes[Kon]=*&valueCodes[ContentsCode]=BE0101N1&valueCodes[Tid]=FROM(2020)",
    ];

    [Fact]
    public void Two_worlds_give_the_same_bytes_in_whatever_order_they_are_asked()
    {
        var (one, other) = (SampleWorld.Load(Sample.Pipelines, Sample.Today), SampleWorld.Load(Sample.Pipelines, Sample.Today));
        var first = Everything(one, Addresses);
        var second = Everything(other, [.. Addresses.Reverse()]);
        Assert.Equal(first.Keys.Order(), second.Keys.Order());
        Assert.All(first, pair => Assert.Equal(pair.Value, second[pair.Key]));
    }

    [Fact]
    public void One_key_figure_asked_alone_equals_its_part_of_the_whole()
    {
        var whole = Sample.Ask($"{Kolada}/data/kpi/N02797,N33812,U33401/year/2022,2023,2024").GetProperty("values").EnumerateArray();
        var part = Sample.Ask($"{Kolada}/data/kpi/U33401/municipality/1490,0380/year/2023").GetProperty("values").EnumerateArray().ToArray();
        var same = whole.Where(row => row.GetProperty("kpi").GetString() == "U33401"
            && row.GetProperty("period").GetInt32() == 2023
            && row.GetProperty("municipality").GetString() is "1490" or "0380");
        Assert.Equal(2, part.Length);
        Assert.Equal(same.Select(row => row.GetRawText()), part.Select(row => row.GetRawText()));
    }

    [Fact]
    public void A_few_cells_of_the_population_equal_their_part_of_the_whole()
    {
        var whole = Sample.Ask($"{Scb}&valueCodes[Region]=*&valueCodes[Alder]=*&valueCodes[Kon]=*&valueCodes[ContentsCode]=*&valueCodes[Tid]=2020");
        var part = Sample.Ask($"{Scb}&valueCodes[Region]=1490&valueCodes[Alder]=13&valueCodes[Kon]=2&valueCodes[ContentsCode]=*&valueCodes[Tid]=2020");
        var region = whole.GetProperty("dimension").GetProperty("Region").GetProperty("category").GetProperty("index").GetProperty("1490").GetInt32();
        var place = (((region * 22) + 13) * 2) + 1;
        Assert.Equal(whole.GetProperty("value")[place].GetInt32(), part.GetProperty("value")[0].GetInt32());
    }

    [Fact]
    public void What_was_published_earlier_and_is_final_stays_as_it_was()
    {
        var earlier = Sample.At(2024, 9, 20);
        Assert.Equal(
            Sample.Rows(earlier, "bra-sol", "1210_2023.txt", Encoding.Latin1),
            Sample.Rows(Sample.World, "bra-sol", "1210_2023.txt", Encoding.Latin1));
        var address = $"{Kolada}/data/kpi/N07403,U33401,N33812/year/2021,2022";
        Assert.Equal(earlier.Get(address).Body, Sample.World.Get(address).Body);
        Assert.StartsWith(
            Encoding.UTF8.GetString(earlier.Files("deliveries")[0].Content),
            Encoding.UTF8.GetString(Sample.World.Files("deliveries")[0].Content),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_retrieval_time_is_the_morning_of_the_worlds_day() =>
        Assert.Equal("2025-12-31T04:15:00+00:00", JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(Sample.World.RetrievedAt)));

    private static Dictionary<string, byte[]> Everything(SampleWorld world, string[] addresses)
    {
        var everything = addresses.ToDictionary(address => address, address => world.Get(address).Body);
        foreach (var folder in SampleWorld.Folders)
        {
            foreach (var file in world.Files(folder))
            {
                everything[$"{folder}/{file.RelativePath}"] = file.Content;
            }
        }

        return everything;
    }
}
