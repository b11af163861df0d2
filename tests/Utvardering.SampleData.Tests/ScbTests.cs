using System.Text.Json;
using Utvardering.Testing;

namespace Utvardering.SampleData.Tests;

public class ScbTests
{
    private const string Base = "https://statistikdatabasen.scb.se/api/v2";
    private const string Data = Base + "/tables/TAB638/data?lang=sv&outputFormat=json-stat2";
    private const string Rest = "&valueCodes[ContentsCode]=BE0101N1";

    [Fact]
    public void Config_tells_the_limit() => Assert.Equal(150_000, Sample.Ask(Base + "/config").GetProperty("maxDataCells").GetInt32());

    [Fact]
    public void A_question_in_a_body_and_in_the_address_get_the_same_answer()
    {
        const string Body = """
            {"selection":[{"variableCode":"Region","valueCodes":["1490","0305"]},{"variableCode":"Alder","valueCodes":["13","tot"]},
            {"variableCode":"Kon","valueCodes":["*"]},{"variableCode":"ContentsCode","valueCodes":["BE0101N1"]},{"variableCode":"Tid","valueCodes":["RANGE(2022,2024)"]}]}
            """;
        var address = $"{Data}&valueCodes[Region]=0305,1490&valueCodes%5BAlder%5D=13,tot&valueCodes[Kon]=1,2{Rest}&valueCodes[Tid]=2022,RANGE(2023,2024)";
        var posted = Sample.Ask(Data, Body);
        Assert.Equal(posted.GetRawText(), Sample.Ask(address).GetRawText());
        Assert.Equal([2, 2, 2, 1, 3], posted.GetProperty("size").EnumerateArray().Select(size => size.GetInt32()));
        Assert.Equal(24, posted.GetProperty("value").GetArrayLength());
    }

    [Fact]
    public void Values_are_row_major_and_sexes_and_municipalities_add_up()
    {
        var answer = Sample.Ask($"{Data}&valueCodes[Region]=00,01&valueCodes[Alder]=0,tot&valueCodes[Kon]=1,2{Rest}&valueCodes[Tid]=2023,2024");
        var values = answer.GetProperty("value").EnumerateArray().Select(value => value.GetInt32()).ToArray();
        // Region 00, age tot, men and women, 2024: places ((0·2+1)·2+sex)·2+1.
        var nation = values[5] + values[7];
        Assert.Equal(nation, Value($"{Data}&valueCodes[Region]=00{Rest}&valueCodes[Tid]=2024"));
        Assert.Equal(nation, Value($"{Data}{Rest}&valueCodes[Tid]=TOP(1)"));
        var municipalities = Sample.Ask($"{Data}&valueCodes[Region]=????&valueCodes[Alder]=TOT{Rest}&valueCodes[Tid]=2024").GetProperty("value");
        Assert.Equal(290, municipalities.GetArrayLength());
        Assert.Equal(nation, municipalities.EnumerateArray().Sum(value => value.GetInt32()));
    }

    [Theory]
    [InlineData("TOP(2)", "2023,2024")]
    [InlineData("BOTTOM(2)", "2014,2015")]
    [InlineData("FROM(2023)", "2023,2024")]
    [InlineData("TO(2015)", "2014,2015")]
    [InlineData("202?", "2020,2021,2022,2023,2024")]
    [InlineData("range(2016,2017)", "2016,2017")]
    public void Expressions_select_years(string expression, string years)
    {
        var answer = Sample.Ask($"{Data}{Rest}&valueCodes[Tid]={expression}");
        Assert.Equal(years, string.Join(',', answer.GetProperty("dimension").GetProperty("Tid").GetProperty("category").GetProperty("index").EnumerateObject().Select(year => year.Name)));
    }

    [Theory]
    [InlineData("&valueCodes[Region]=*&valueCodes[Alder]=*&valueCodes[Kon]=*&valueCodes[ContentsCode]=*&valueCodes[Tid]=*", "Too many cells selected")]
    [InlineData("&valueCodes[ContentsCode]=*&valueCodes[Tid]=1913", "Non-existent value")]
    [InlineData("&valueCodes[Civilstand]=OG&valueCodes[ContentsCode]=*&valueCodes[Tid]=2020", "Non-existent variable")]
    [InlineData("&valueCodes[Tid]=2020", "Missing selection for mandantory variable")]
    [InlineData("&valueCodes[ContentsCode]=*&valueCodes[Tid]=LAST(2)", "Illegal selection expression")]
    public void A_bad_question_is_refused_with_a_problem(string question, string title)
    {
        var answer = Sample.World.Get(Data + question);
        Assert.Equal(400, answer.Status);
        Assert.StartsWith("application/problem+json", answer.ContentType, StringComparison.Ordinal);
        Assert.Equal(title, Sample.Parse(answer).GetProperty("title").GetString());
    }

    [Fact]
    public void A_table_of_another_name_does_not_exist()
    {
        var answer = Sample.World.Get(Base + "/tables/TAB1/metadata");
        Assert.Equal(404, answer.Status);
        Assert.Equal("Non-existent table", Sample.Parse(answer).GetProperty("title").GetString());
    }

    [Fact]
    public void Metadata_lists_every_value_and_what_may_be_left_out()
    {
        var table = Sample.Ask(Base + "/tables/TAB638/metadata?lang=sv");
        // The nation, 21 counties and 290 municipalities; ages 0–20 and all; two sexes; 2014–2024.
        Assert.Equal([312, 22, 2, 1, 11], table.GetProperty("size").EnumerateArray().Select(size => size.GetInt32()));
        var leftOut = table.GetProperty("dimension").EnumerateObject()
            .Where(variable => variable.Value.GetProperty("extension").GetProperty("elimination").GetBoolean()).Select(variable => variable.Name);
        Assert.Equal(["Region", "Alder", "Kon"], leftOut);
    }

    [Fact]
    public void From_2025_cells_carry_noise_and_the_note_says_so()
    {
        var world = Sample.At(2026, 3, 1);
        var earlier = Sample.Ask(world, $"{Data}{Rest}&valueCodes[Region]=1490&valueCodes[Alder]=*&valueCodes[Tid]=2024");
        var noisy = Sample.Ask(world, $"{Data}{Rest}&valueCodes[Region]=????&valueCodes[Alder]=tot&valueCodes[Tid]=2025");
        Assert.DoesNotContain(Notes(earlier), note => note.Contains("Cell Key Method", StringComparison.Ordinal));
        Assert.Contains(Notes(noisy), note => note.Contains("Cell Key Method", StringComparison.Ordinal));
        var behind = Model.World.Load(Sample.Pipelines, new DateOnly(2026, 3, 1));
        var moved = behind.Municipalities.Select((municipality, i) => noisy.GetProperty("value")[i].GetInt32() - behind.Population.Total(municipality, 2025)).ToArray();
        Assert.Equal([-2, -1, 0, 1, 2], moved.Distinct().Order());
    }

    [SharedDataTheory]
    [InlineData("TAB6471_metadata.json", Base + "/tables/TAB638/metadata?lang=sv")]
    [InlineData("TAB6471_data.json", Data + Rest + "&valueCodes[Region]=01&valueCodes[Alder]=0&valueCodes[Kon]=*&valueCodes[Tid]=2024")]
    public void The_parts_of_an_answer_are_those_of_a_recorded_one(string recorded, string address)
    {
        using var real = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Shared, "data", "scb", "v2", recorded)));
        var ours = Sample.Ask(address);
        Assert.Equal(real.RootElement.EnumerateObject().Select(part => part.Name), ours.EnumerateObject().Select(part => part.Name));
        Assert.True(JsonElement.DeepEquals(real.RootElement.GetProperty("role"), ours.GetProperty("role")));
        foreach (var variable in ours.GetProperty("dimension").EnumerateObject())
        {
            var category = real.RootElement.GetProperty("dimension").GetProperty(variable.Name).GetProperty("category");
            Assert.Equal(
                category.EnumerateObject().Select(part => part.Name),
                variable.Value.GetProperty("category").EnumerateObject().Select(part => part.Name));
        }
    }

    private static int Value(string address) => Assert.Single(Sample.Ask(address).GetProperty("value").EnumerateArray().ToArray()).GetInt32();

    private static IEnumerable<string> Notes(JsonElement answer) => answer.GetProperty("note").EnumerateArray().Select(note => note.GetString()!);
}
