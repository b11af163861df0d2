using System.Globalization;
using System.Text;
using System.Text.Json;
using Utvardering.Ingestion.Adapters;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Transport;
using Utvardering.Testing;

namespace Utvardering.Ingestion.Tests.Adapters;

public sealed class ScbPxWebV1Tests : IDisposable
{
    private static readonly string[] Ages = [.. Enumerable.Range(0, 21).Select(age => $"{age}"), "tot"];

    private readonly Bench bench = new();

    [Fact]
    public async Task A_json_stat_answer_gives_rows_by_sex_and_the_question_has_the_form_of_version_1()
    {
        var replay = Scb("json-stat2");
        var outcome = await bench.IngestAsync(Source("json-stat2"), replay);
        // 2 regions × 22 ages × 2 sexes × 2 years, each cell its own number in the order of the question.
        Assert.Equal(176, outcome.RowsAccepted);
        // Sex runs before contents and time: cell 0 men 2022, 1 men 2023 (".."), 2 women 2022.
        Assert.Equal(["0380 2022-12-31 0 men 0 ∅", "0380 2023-12-31 0 men ∅ not_available", "0380 2022-12-31 0 women 2 ∅"],
            bench.Rows(outcome.Vintage!, "select * exclude (landing_sha256, landing_row) from vintage where landing_row <= 3 order by landing_row"));
        var question = JsonDocument.Parse(replay.Asked[1].JsonBody!).RootElement;
        Assert.Equal("item", question.GetProperty("query")[0].GetProperty("selection").GetProperty("filter").GetString());
        Assert.Equal("json-stat2", question.GetProperty("response").GetProperty("format").GetString());
        Assert.Equal(HttpMethod.Get, replay.Asked[0].Method);
    }

    [Fact]
    public async Task A_windows_1252_answer_in_CSV_gives_the_same_codes()
    {
        var outcome = await bench.IngestAsync(Source("csv"), Scb("csv"));
        Assert.Equal(176, outcome.RowsAccepted);
        // The line of Uppsala, 1 year, women says 1 234 (with a non-breaking blank) for 2022 and ".." for 2023.
        Assert.Equal(["0380 2022-12-31 1 women 1234 ∅", "0380 2023-12-31 1 women ∅ not_available"],
            bench.Rows(outcome.Vintage!, "select * exclude (landing_sha256, landing_row) from vintage where municipality_code = '0380' and age_group = '1' and sex = 'women' order by 2"));
        Assert.Equal(["22 88"], bench.Rows(outcome.Vintage!, "select count(distinct age_group), count(*) filter (where municipality_code = '1490') from vintage"));
    }

    [Theory]
    [InlineData("\"region\",\"ålder\",\"kön\",\"Folkmängd 1999\"\r\n", "neither a variable of the table nor ends with one of its times")]
    [InlineData("\"region\",\"kön\",\"Folkmängd 2022\"\r\n", "no column for the variable Alder")]
    [InlineData("\"region\",\"ålder\",\"kön\",\"Folkmängd 2022\"\r\n\"0380 Uppsala\",\"0 år\"\r\n", "Line 2 has 2 cells and the header 4.")]
    [InlineData("\"region\",\"ålder\",\"kön\",\"Folkmängd 2022\"\r\n\"0380 Uppsala\",\"0 år\",\"okänt\",5\r\n", "värde \"okänt\"")]
    public async Task A_CSV_answer_of_another_form_is_quarantined(string csv, string problem) =>
        Assert.Contains(problem, Bench.Report(await bench.IngestAsync(Source("csv"), Scb("csv", csv))), StringComparison.Ordinal);

    [Fact]
    public async Task Questions_stay_within_the_limit_of_the_YAML()
    {
        var replay = Scb("json-stat2");
        var settings = (PxWebSettings)Source("json-stat2").Settings;
        await bench.IngestAsync(Source("json-stat2") with { Settings = settings with { MaxCells = 50 } }, replay);
        Assert.All(replay.Asked.Skip(1), request => Assert.InRange(Selection(request).Aggregate(1, (cells, part) => cells * part.Codes.Length), 1, 50));
        Assert.True(replay.Asked.Count > 4);
    }

    [SharedDataFact]
    public async Task The_recorded_error_page_of_a_proxy_is_named_as_such()
    {
        var page = File.ReadAllBytes(Path.Combine(Repository.Shared, "data", "scb", "v1", "recorded", "responseFAULT.bin"));
        var replay = Scb("csv", Encoding.Latin1.GetString(page));
        replay.StatusOfPosts = 417;
        var error = await Assert.ThrowsAsync<SourceException>(() => bench.IngestAsync(Source("csv"), replay));
        Assert.Contains("a web page (status 417) titled 'ERROR: The requested URL could not be retrieved'", error.Message, StringComparison.Ordinal);
    }

    [SharedDataFact]
    public void The_recorded_CSV_of_2013_is_read_with_its_letters_and_its_number()
    {
        var file = Path.Combine(Repository.Shared, "data", "scb", "v1", "recorded", "responseOK.bin");
        using var folder = new TemporaryFolder();
        var text = Ingestion.Staging.TextFileReader.Read(file, null, Path.GetDirectoryName(folder["x"])!);
        var line = Ingestion.Staging.DelimitedLine.Cells(File.ReadAllLines(text.Utf8File)[1], ',');
        // As the bytes say: "totalt","män","heltid+deltid",34 A0 550.
        Assert.Equal(["totalt", "män", "heltid+deltid", "34\u00A0550"], line);
        Assert.Equal("34550", Ingestion.Staging.WrittenNumber.Plain(line[3]));
    }

    [SharedDataTheory]
    [InlineData("json_query_example.json")]
    [InlineData("json-stat_query_example.json")]
    public void Our_questions_have_the_form_of_the_published_examples(string file)
    {
        using var example = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Shared, "data", "scb", "v1", file)));
        var selection = example.RootElement.GetProperty("query").EnumerateArray()
            .Select(part => (part.GetProperty("code").GetString()!, (IReadOnlyList<string>)[.. part.GetProperty("selection").GetProperty("values").EnumerateArray().Select(value => value.GetString()!)]));
        var ours = new PxWebQuestion([.. selection]).ToJsonOfVersion1(example.RootElement.GetProperty("response").GetProperty("format").GetString()!);
        Assert.Equal(JsonSerializer.Serialize(example.RootElement), JsonSerializer.Serialize(JsonDocument.Parse(ours).RootElement));
    }

    public void Dispose() => bench.Dispose();

    private SourceDefinition Source(string format)
    {
        var source = bench.Source("scb-population-v1");
        return source with { Settings = (PxWebSettings)source.Settings with { Format = format } };
    }

    private Replay Scb(string format, string? csv = null)
    {
        var replay = new Replay(bench.Clock) { Encoding = format == "csv" ? Encoding.Latin1 : Encoding.UTF8 };
        return replay.AnswersAll("/BefolkningNy", request => request.Method == HttpMethod.Get ? Metadata() : format == "csv" ? csv ?? Csv() : JsonStat(request));
    }

    private static string Metadata() => JsonSerializer.Serialize(new
    {
        title = "Folkmangd",
        variables = new object[]
        {
            new { code = "Region", text = "region", values = new[] { "00", "0380", "1490" }, valueTexts = new[] { "Riket", "Uppsala", "Bor\u00e5s" }, elimination = true },
            new { code = "Alder", text = "\u00e5lder", values = Ages, valueTexts = Ages.Select(age => age == "tot" ? "totalt \u00e5lder" : age + " \u00e5r") },
            new { code = "Kon", text = "k\u00f6n", values = new[] { "1", "2" }, valueTexts = new[] { "m\u00e4n", "kvinnor" }, elimination = true },
            new { code = "ContentsCode", text = "tabellinneh\u00e5ll", values = new[] { "BE0101N1" }, valueTexts = new[] { "Folkm\u00e4ngd" } },
            new { code = "Tid", text = "\u00e5r", values = new[] { "2022", "2023" }, valueTexts = new[] { "2022", "2023" }, time = true },
        },
    });

    private static string Csv()
    {
        var csv = new StringBuilder("\"region\",\"ålder\",\"kön\",\"Folkmängd 2022\",\"Folkmängd 2023\"\r\n");
        foreach (var region in new[] { "0380 Uppsala", "1490 Borås" })
        {
            foreach (var age in Ages)
            {
                foreach (var sex in new[] { "män", "kvinnor" })
                {
                    var special = region == "0380 Uppsala" && age == "1" && sex == "kvinnor";
                    csv.Append(CultureInfo.InvariantCulture, $"\"{region}\",\"{(age == "tot" ? "totalt ålder" : age + " år")}\",\"{sex}\",{(special ? "1\u00A0234" : "5")},{(special ? "\"..\"" : "6")}\r\n");
                }
            }
        }

        return csv.ToString();
    }

    private static string JsonStat(WebRequest request)
    {
        var selection = Selection(request);
        var cells = selection.Aggregate(1, (product, part) => product * part.Codes.Length);
        return JsonSerializer.Serialize(new
        {
            id = selection.Select(part => part.Variable),
            size = selection.Select(part => part.Codes.Length),
            dimension = selection.ToDictionary(part => part.Variable, part => new { category = new { index = part.Codes } }),
            value = Enumerable.Range(0, cells).Select(cell => cell == 1 ? (int?)null : cell),
            status = new Dictionary<string, string> { ["1"] = ".." },
        });
    }

    private static (string Variable, string[] Codes)[] Selection(WebRequest request) =>
        [.. JsonDocument.Parse(request.JsonBody!).RootElement.GetProperty("query").EnumerateArray()
            .Select(part => (part.GetProperty("code").GetString()!, part.GetProperty("selection").GetProperty("values").EnumerateArray().Select(code => code.GetString()!).ToArray()))];
}
