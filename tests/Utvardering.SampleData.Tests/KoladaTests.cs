using System.Text;
using System.Text.Json;
using Utvardering.Testing;

namespace Utvardering.SampleData.Tests;

public class KoladaTests
{
    private const string Base = "https://api.kolada.se/v3";

    [Fact]
    public void Pages_are_complete_and_do_not_overlap()
    {
        const string Question = "/data/kpi/N07403,N07541/year/2020,2021,2022?region_type=K";
        var whole = Keys(Sample.Ask(Base + Question));
        List<string> paged = [];
        for (var next = (string?)$"{Base}{Question}&per_page=500"; next is not null;)
        {
            var page = Sample.Ask(next);
            var keys = Keys(page);
            Assert.Equal(keys.Length, page.GetProperty("count").GetInt32());
            Assert.InRange(keys.Length, 1, 500);
            paged.AddRange(keys);
            next = page.GetProperty("next_url").GetString();
        }

        // Two key figures, 290 municipalities, three years.
        Assert.Equal(2 * 290 * 3, whole.Length);
        Assert.Equal(whole, paged);
        Assert.Equal(paged.Count, paged.Distinct().Count());
    }

    [Fact]
    public void The_first_page_has_no_previous_and_the_second_leads_back()
    {
        var first = Sample.Ask($"{Base}/municipality?region_type=K&per_page=200");
        Assert.Equal(JsonValueKind.Null, first.GetProperty("previous_url").ValueKind);
        var second = Sample.Ask(first.GetProperty("next_url").GetString()!);
        Assert.Equal(90, second.GetProperty("count").GetInt32());
        Assert.Equal(first.GetRawText(), Sample.Ask(second.GetProperty("previous_url").GetString()!).GetRawText());
    }

    [Fact]
    public void A_row_has_the_fields_of_the_real_answer()
    {
        var row = Sample.Ask($"{Base}/data/kpi/N07403/municipality/1490/year/2023").GetProperty("values")[0];
        Assert.Equal(["kpi", "municipality", "period", "values"], Names(row));
        var value = row.GetProperty("values")[0];
        Assert.Equal(["gender", "count", "status", "value", "isdeleted"], Names(value));
        Assert.Equal("T", value.GetProperty("gender").GetString());
        Assert.Equal(2023, row.GetProperty("period").GetInt32());
    }

    [Fact]
    public void All_forms_of_the_question_give_the_same_rows()
    {
        var path = Keys(Sample.Ask($"{Base}/data/kpi/N33812/municipality/1490,0380/year/2023"));
        Assert.Equal(2, path.Length);
        Assert.Equal(path, Keys(Sample.Ask($"{Base}/data?kpi_id=N33812&municipality_id=1490,0380&year=2023")));
        Assert.Superset(path.ToHashSet(), Keys(Sample.Ask($"{Base}/data/municipality/1490,0380/year/2023")).ToHashSet());
        Assert.Superset(path.ToHashSet(), Keys(Sample.Ask($"{Base}/data/kpi/N33812/municipality/1490,0380")).ToHashSet());
    }

    [Theory]
    [InlineData("/data/kpi/N99999/year/2023")]
    [InlineData("/data/kpi/N07403/year/2023?regiontype=K")]
    [InlineData("/municipality?region_type=L")]
    public void An_unknown_key_figure_or_a_misspelt_parameter_gives_an_empty_list(string question)
    {
        var answer = Sample.Ask(Base + question);
        Assert.Equal(0, answer.GetProperty("values").GetArrayLength());
        Assert.Equal(0, answer.GetProperty("count").GetInt32());
    }

    [Theory]
    [InlineData("/data/kpi/N07403", 404)]
    [InlineData("/data/kpi", 404)]
    [InlineData("/nothing", 404)]
    [InlineData("/data/kpi/N07403/year/tjugotre", 400)]
    [InlineData("/data/kpi/N07403/year/2023?page=0", 400)]
    public void A_bad_question_is_refused(string question, int status) => Assert.Equal(status, Sample.World.Get(Base + question).Status);

    [Fact]
    public void Twenty_five_ids_pass_and_one_more_is_refused()
    {
        var codes = Sample.Behind.Municipalities.Select(municipality => municipality.Code).ToArray();
        Assert.Equal(200, Sample.World.Get($"{Base}/data/kpi/N07403/municipality/{string.Join(',', codes[..25])}").Status);
        Assert.Equal(400, Sample.World.Get($"{Base}/data/kpi/N07403/municipality/{string.Join(',', codes[..26])}").Status);
    }

    [Fact]
    public void Investigation_days_are_missing_for_some_municipalities_with_a_status()
    {
        var values = Values("U33401");
        var without = values.Where(value => value.GetProperty("value").ValueKind == JsonValueKind.Null).ToArray();
        Assert.All(without, value => Assert.Contains(value.GetProperty("status").GetString(), new[] { "Missing", "Private" }));
        // 0.88 × 0.95 take part: about a sixth is missing.
        Assert.InRange((double)without.Length / values.Length, 0.08, 0.30);
        Assert.All(values.Except(without), value => Assert.Equal("", value.GetProperty("status").GetString()));
    }

    [Fact]
    public void No_count_of_children_between_1_and_3_is_shown_nor_can_be_had_as_a_difference()
    {
        var rows = Sample.Ask($"{Base}/data/kpi/N33812/year/2015,2020,2024").GetProperty("values").EnumerateArray().ToArray();
        var withheld = 0;
        foreach (var row in rows)
        {
            var values = row.GetProperty("values").EnumerateArray().ToDictionary(value => value.GetProperty("gender").GetString()!, Number);
            Assert.DoesNotContain(values.Values, value => value is > 0 and < 4);
            Assert.Equal(values["K"] is null, values["M"] is null);
            withheld += values["K"] is null ? 1 : 0;
            Assert.True(values["K"] is null || values["K"] + values["M"] == values["T"]);
        }

        Assert.InRange(withheld, 1, rows.Length / 4);
    }

    [Fact]
    public void The_catalogue_tells_of_every_key_figure_of_the_world()
    {
        var kpi = Sample.Ask($"{Base}/kpi/U33401").GetProperty("values")[0];
        Assert.True(kpi.GetProperty("is_divided_by_gender").GetBoolean());
        Assert.Equal("2024", kpi.GetProperty("publ_period").GetString());
        // The 28 of the evaluation.
        Assert.Equal(28, Sample.Ask($"{Base}/kpi").GetProperty("count").GetInt32());
    }

    [Fact]
    public void A_key_figure_that_has_ended_has_no_later_year() =>
        Assert.Equal(0, SampleWorld.Load(Sample.Pipelines, new(2027, 12, 31)) is var world
            ? JsonDocument.Parse(world.Get($"{Base}/data/kpi/U33402/year/2025,2026").Body).RootElement.GetProperty("values").GetArrayLength()
            : -1);

    [Theory]
    [InlineData("N33818", 1000)]
    [InlineData("N33822", 100)]
    [InlineData("N33821", 100)]
    [InlineData("N33858", 100)]
    [InlineData("N33878", 100)]
    public void A_rate_of_children_or_a_share_of_cases_is_between_none_and_all(string kpi, double all)
    {
        var values = Values(kpi).Select(Number).OfType<double>().ToArray();
        Assert.True(values.Length > 50);
        Assert.All(values, value => Assert.InRange(value, 0, all));
        Assert.True(values.Distinct().Count() > 30);
    }

    [SharedDataFact]
    public void Groups_and_titles_are_those_of_the_real_catalogue()
    {
        using var catalogue = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Shared, "data", "kolada", "municipality_groups_v3.json")));
        var real = catalogue.RootElement.EnumerateArray().ToDictionary(group => group.GetProperty("id").GetString()!);
        var groups = Sample.Ask($"{Base}/municipality_groups").GetProperty("values").EnumerateArray().ToArray();
        Assert.Equal(10 + (2 * 290), groups.Length);
        Assert.All(groups[..10], group =>
        {
            var same = real[group.GetProperty("id").GetString()!];
            Assert.Equal(same.GetProperty("title").GetString(), group.GetProperty("title").GetString());
            Assert.Equal(Members(same), Members(group));
        });
        var titles = real.Values.ToDictionary(group => group.GetProperty("title").GetString()!);
        Assert.All(groups[10..], group => Assert.Equal(Members(titles[group.GetProperty("title").GetString()!]).Length, Members(group).Length));
    }

    [Fact]
    public void Peers_are_seven_others_of_which_none_is_farther_than_one_that_is_none()
    {
        var groups = Sample.Ask($"{Base}/municipality_groups").GetProperty("values").EnumerateArray().Skip(10).ToArray();
        Assert.Equal(groups.Length, groups.Select(group => group.GetProperty("id").GetString()).Distinct().Count());
        var villages = groups.Single(group => group.GetProperty("title").GetString() == "Liknande kommuner IFO, Stockholm, 2024");
        Assert.Equal(7, Members(villages).Length);
        Assert.DoesNotContain("0180", Members(villages));
        // The largest of all is like the large: among them the two next ones.
        Assert.Superset(new HashSet<string> { "1280", "1480" }, Members(villages).ToHashSet());
    }

    [SharedDataFact]
    public void Key_figures_have_the_real_catalogues_fields_and_titles()
    {
        using var catalogue = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Shared, "data", "kolada", "kpi_v3.json")));
        var real = catalogue.RootElement.EnumerateArray().ToDictionary(kpi => kpi.GetProperty("id").GetString()!);
        Assert.All(Sample.Ask($"{Base}/kpi").GetProperty("values").EnumerateArray(), kpi =>
        {
            var same = real[kpi.GetProperty("id").GetString()!];
            Assert.Equal(Names(same), Names(kpi));
            foreach (var field in new[] { "title", "is_divided_by_gender", "operating_area" })
            {
                Assert.Equal(same.GetProperty(field).ToString(), kpi.GetProperty(field).ToString());
            }
        });
    }

    [Fact]
    public void Letters_stand_as_they_are_in_utf_8() =>
        Assert.Contains("Strängnäs", Encoding.UTF8.GetString(Sample.World.Get($"{Base}/municipality").Body), StringComparison.Ordinal);

    private static JsonElement[] Values(string kpi) =>
    [
        .. Sample.Ask($"{Base}/data/kpi/{kpi}/year/2023,2024").GetProperty("values").EnumerateArray()
            .SelectMany(row => row.GetProperty("values").EnumerateArray()),
    ];

    private static double? Number(JsonElement value) =>
        value.GetProperty("value").ValueKind == JsonValueKind.Null ? null : value.GetProperty("value").GetDouble();

    private static string[] Keys(JsonElement page) =>
    [
        .. page.GetProperty("values").EnumerateArray()
            .Select(row => $"{row.GetProperty("kpi")} {row.GetProperty("municipality")} {row.GetProperty("period")}"),
    ];

    private static string[] Members(JsonElement group) => [.. group.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("id").GetString()!).Order()];

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];
}
