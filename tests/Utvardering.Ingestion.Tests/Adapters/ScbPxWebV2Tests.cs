using System.Text.Json;
using Utvardering.Ingestion.Adapters;
using Utvardering.Ingestion.Transport;

namespace Utvardering.Ingestion.Tests.Adapters;

public sealed class ScbPxWebV2Tests : IDisposable
{
    private static readonly string[] Ages = [.. Enumerable.Range(0, 21).Select(age => $"{age}"), "tot"];

    private readonly Bench bench = new();

    [Fact]
    public async Task Cells_run_row_major_and_the_missing_keep_their_marks()
    {
        // 2 regions × 22 ages × 1 content × 2 years: cell of region r, age a, year t is (r·22 + a)·2 + t, and 10 000 more in the total, which the ages together do not exceed.
        var values = string.Join(',', Enumerable.Range(0, 88).Select(cell => cell is 3 or 5 or 7 ? "null" : $"{(cell / 2 % 22 == 21 ? cell + 10000 : cell)}"));
        var outcome = await bench.IngestAsync("scb-population", Scb(150000, $"\"value\":[{values}],\"status\":{{\"3\":\"..\",\"5\":\"-\"}}"));
        Assert.Equal(88, outcome.RowsAccepted);
        Assert.Equal(
            ["0380 2022-12-31 1 total 2 ∅", "0380 2023-12-31 1 total ∅ not_available", "0380 2023-12-31 2 total 0 ∅", "0380 2023-12-31 3 total ∅ not_available", "1490 2022-12-31 total total 10086 ∅"],
            bench.Rows(outcome.Vintage!, "select * exclude (landing_sha256, landing_row) from vintage where landing_row in (3, 4, 6, 8, 87) order by landing_row"));
        Assert.Equal(["Cell Key Method från 2025."], outcome.Vintage!.ReadPackage().Notes);
    }

    [Fact]
    public async Task Values_may_come_as_an_object_of_those_present()
    {
        var outcome = await bench.IngestAsync("scb-population", Scb(150000, "\"value\":{\"0\":17,\"87\":5}"));
        Assert.Equal(["2 86"], bench.Rows(outcome.Vintage!, "select count(population), count(*) filter (where status = 'not_available') from vintage"));
    }

    [Fact]
    public async Task Questions_stay_within_the_limit_that_the_source_states()
    {
        var replay = Scb(30, null);
        var outcome = await bench.IngestAsync("scb-population", replay);
        var questions = replay.Asked.Where(request => request.Method == HttpMethod.Post).ToList();
        Assert.True(questions.Count >= 3);
        Assert.All(questions, question => Assert.InRange(Cells(question), 1, 30));
        Assert.Equal(88, questions.Sum(Cells));
        Assert.Equal(88, outcome.RowsAccepted);
        Assert.All(questions, question => Assert.EndsWith("/tables/TAB638/data?lang=sv&outputFormat=json-stat2", question.Address.AbsoluteUri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_sex_is_left_out_of_the_question_only_where_the_table_sums_over_it()
    {
        var replay = Scb(150000, null, elimination: false);
        var error = await Assert.ThrowsAsync<SourceException>(() => bench.IngestAsync("scb-population", replay));
        Assert.Contains("select.sex.codes", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"value\":[1,2]", "'value' has 2 cells, not 88.")]
    [InlineData("\"value\":{\"0\":1,\"0\":2}", "'value' names the cell '0'")]
    [InlineData("\"value\":{\"88\":1}", "'value' names the cell '88'")]
    [InlineData("\"value\":{\"99999999999\":1}", "'value' names the cell '99999999999'")]
    public async Task A_body_that_does_not_fit_its_size_is_quarantined(string data, string problem) =>
        Assert.Contains(problem, Bench.Report(await bench.IngestAsync("scb-population", Scb(150000, data))), StringComparison.Ordinal);

    [Fact]
    public void Lists_that_multiply_to_more_cells_than_there_is_memory_for_are_no_answer()
    {
        var codes = string.Join(',', Enumerable.Range(0, 300).Select(code => $"\"{code}\""));
        var dimensions = string.Join(',', "abcd".Select(name => $$$"""
            "{{{name}}}":{"category":{"index":[{{{codes}}}]}}
            """));
        using var json = JsonDocument.Parse($$"""{"id":["a","b","c","d"],"size":[300,300,300,300],"dimension":{ {{dimensions}} },"value":{} }""");
        // 300⁴ is 8.1 billion, which is no 32-bit number either.
        Assert.Contains("more than", Assert.Throws<FormatException>(() => JsonStat.Cells(json.RootElement).Count()).Message, StringComparison.Ordinal);
    }

    public void Dispose() => bench.Dispose();

    /// <param name="data">The value and status of every answer; null: 0 in every cell asked for.</param>
    private Replay Scb(int maxCells, string? data, bool elimination = true) => new Replay(bench.Clock)
        .Answers("/config", JsonSerializer.Serialize(new { maxDataCells = maxCells }))
        .Answers("/metadata?lang=sv", JsonSerializer.Serialize(new
        {
            dimension = new
            {
                Region = Dimension("00", "0380", "1490", "9999"),
                Alder = Dimension([.. Ages, "21"]),
                Kon = new { category = new { index = new[] { "1", "2" } }, extension = new { elimination } },
                ContentsCode = new { category = new { label = new { BE0101N1 = "Folkmängd" } } },
                Tid = Dimension("2012", "2022", "2023"),
            },
        }))
        .AnswersAll("/data?", request => Answer(request, data));

    private static string Answer(WebRequest request, string? data)
    {
        var selection = Selection(request);
        var head = JsonSerializer.Serialize(new
        {
            id = selection.Select(part => part.Variable),
            size = selection.Select(part => part.Codes.Length),
            note = new[] { "Cell Key Method från 2025." },
            dimension = selection.ToDictionary(part => part.Variable, part => Dimension(part.Codes)),
        });
        return $"{head[..^1]},{data ?? $"\"value\":[{string.Join(',', Enumerable.Repeat("0", Cells(request)))}]"}}}";
    }

    private static object Dimension(params string[] codes) =>
        new { category = new { index = codes.Index().ToDictionary(code => code.Item, code => code.Index) } };

    private static int Cells(WebRequest request) => Selection(request).Aggregate(1, (cells, part) => cells * part.Codes.Length);

    private static (string Variable, string[] Codes)[] Selection(WebRequest request) =>
        [.. JsonDocument.Parse(request.JsonBody!).RootElement.GetProperty("selection").EnumerateArray()
            .Select(part => (part.GetProperty("variableCode").GetString()!, part.GetProperty("valueCodes").EnumerateArray().Select(code => code.GetString()!).ToArray()))];
}
