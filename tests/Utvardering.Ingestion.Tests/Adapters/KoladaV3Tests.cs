using Utvardering.Ingestion.Adapters;
using Utvardering.Ingestion.Sources;

namespace Utvardering.Ingestion.Tests.Adapters;

public sealed class KoladaV3Tests : IDisposable
{
    private readonly Bench bench = new();

    [Fact]
    public async Task Pages_are_followed_and_genders_marks_and_withdrawals_understood()
    {
        const string second = "https://api.kolada.se/v3/data/second";
        var replay = new Replay(bench.Clock)
            .AnswersAll("/data/kpi/", _ => Page($$"""{"kpi":"N07403","municipality":"1490","period":2023,"values":[{"gender":"T","count":1,"status":"","value":11969.92742,"isdeleted":false},{"gender":"K","count":1,"status":"Private","value":null,"isdeleted":false}]}""", $"\"{second}\""))
            .Answers("/second", Page("""{"kpi":"N07541","municipality":"0305","period":2022,"values":[{"gender":"M","count":1,"status":"Missing","value":null},{"gender":"T","count":1,"status":"","value":0,"isdeleted":true}]}"""));
        var outcome = await bench.IngestAsync(Select("N07403", "N07541"), replay);
        Assert.Equal(
            [
                "N07403 1490 2023 total 11969.92742 ∅ 1", "N07403 1490 2023 women ∅ suppressed 2",
                "N07541 0305 2022 men ∅ not_available 1", "N07541 0305 2022 total ∅ withdrawn 2",
            ],
            bench.Rows(outcome.Vintage!, "select indicator_code, municipality_code, year, sex, value, status, landing_row from vintage order by indicator_code, landing_row"));
        Assert.Equal(2, outcome.Landed.Count);
    }

    [Fact]
    public async Task Ids_and_years_are_asked_in_segments_of_25()
    {
        var ids = Enumerable.Range(0, 30).Select(number => $"N{number:00000}").ToArray();
        var replay = new Replay(bench.Clock).AnswersAll("/data/kpi/", request => Page(string.Join(',', request.Address.Segments[4].Trim('/').Split(',').Select(id =>
            $$"""{"kpi":"{{id}}","municipality":"1490","period":{{request.Address.Segments[6].Split(',')[0]}},"values":[{"gender":"T","status":"","value":1}]}"""))));
        var source = Select(ids) with { Settings = new KoladaSettings(ids, new(1998, null)) };
        var outcome = await bench.IngestAsync(source, replay);
        // 27 years 1998–2024 and 30 ids: two segments of each, so four questions.
        Assert.Equal(4, replay.Asked.Count);
        Assert.Equal(60, outcome.RowsAccepted);
        Assert.EndsWith("/year/2023,2024?region_type=K&per_page=5000", replay.Asked[1].Address.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_indicator_without_a_value_is_an_error_that_names_it()
    {
        var replay = new Replay(bench.Clock).AnswersAll("/data/kpi/", _ => Page(Value("1490")));
        var error = await Assert.ThrowsAsync<SourceException>(() => bench.IngestAsync(Select("N07403", "N99999"), replay));
        Assert.Contains("N99999", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("N07403,", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>Proxy</html>", 200, "not JSON")]
    [InlineData("{\"detail\":\"too many\"}", 429, "status 429")]
    [InlineData("[]", 200, "no object")]
    [InlineData("{\"values\":3}", 200, "no list 'values'")]
    [InlineData("{\"values\":[1]}", 200, "in another form")]
    [InlineData("{\"values\":[{\"kpi\":\"\\ud800\"}]}", 200, "in another form")]
    [InlineData("{\"values\":[{\"kpi\":\"N07403\"}],\"count\":1e999}", 200, "in another form")]
    [InlineData("{\"values\":[{\"kpi\":\"N07403\"}],\"next_url\":\"http://[\"}", 200, "no web address")]
    [InlineData("{\"values\":[{\"kpi\":\"N07403\"}],\"next_url\":\"file:///etc/passwd\"}", 200, "no web address")]
    public async Task What_is_no_answer_is_told_with_its_beginning_and_is_landed(string body, int status, string expected)
    {
        var replay = new Replay(bench.Clock).Answers("per_page=5000", body, status);
        var error = await Assert.ThrowsAsync<SourceException>(() => bench.IngestAsync(Select("N07403"), replay));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(bench.DataRoot, "landing", "kolada"), "*.json"));
    }

    [Theory]
    [InlineData("""{"kpi":"N07403","municipality":"0001","period":2023,"values":[{"gender":"T","status":"","value":1}]}""", "värde \"0001\": Kommunen finns inte")]
    [InlineData("""{"kpi":"N07403","municipality":"1490","period":2023,"values":[{"gender":"T","status":"Strange","value":null}]}""", "värde \"Strange\"")]
    [InlineData("""{"kpi":"N07403","municipality":"1490","period":2023,"values":[{"gender":"X","status":"","value":1}]}""", "värde \"X\"")]
    [InlineData("""{"kpi":"N07403","municipality":"1490","period":2023}""", "inte den väntade formen")]
    [InlineData("""{"kpi":"N07403","municipality":"14\u000090","period":2023,"values":[{"gender":"T","status":"","value":1}]}""", "inte den väntade formen")]
    [InlineData("""{"kpi":"N07403","municipality":"1490","period":2023,"values":[{"gender":"T","status":"","value":1e999}]}""", "värde \"1e999\": Värdet är inte ett tal")]
    public async Task A_body_that_breaks_the_schema_is_quarantined(string item, string problem)
    {
        var replay = new Replay(bench.Clock).AnswersAll("/data/kpi/", _ => Page(item));
        Assert.Contains(problem, Bench.Report(await bench.IngestAsync(Select("N07403"), replay)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_with_other_bytes_and_the_same_content_makes_no_new_vintage()
    {
        var first = await bench.IngestAsync(Select("N07403"), new Replay(bench.Clock).AnswersAll("/data/kpi/", _ => Page(Value("1490"))));
        bench.Clock.Time = bench.Clock.Time.AddDays(1);
        var second = await bench.IngestAsync(Select("N07403"), new Replay(bench.Clock).AnswersAll("/data/kpi/", _ => Page("  " + Value("1490"))));
        bench.Clock.Time = bench.Clock.Time.AddDays(1);
        var third = await bench.IngestAsync(Select("N07403"), new Replay(bench.Clock).AnswersAll("/data/kpi/", _ => Page(Value("1490"), "null").Replace(":1}", ":2}", StringComparison.Ordinal)));
        Assert.NotEqual(first.Landed[0].Sha256, second.Landed[0].Sha256);
        Assert.False(second.IsNew);
        Assert.Equal(first.Vintage, second.Vintage);
        Assert.True(third.IsNew);
        Assert.Equal(first.Vintage, bench.Lake.NewestAsOf("indicator_values", "kolada", new(2024, 6, 2)));
        Assert.Equal(third.Vintage, bench.Lake.NewestAsOf("indicator_values", "kolada", new(2024, 6, 3)));
    }

    public void Dispose() => bench.Dispose();

    private SourceDefinition Select(params string[] indicators) => bench.Source("kolada") with { Settings = new KoladaSettings(indicators, new(2022, null)) };

    private static string Value(string municipality) => $$"""{"kpi":"N07403","municipality":"{{municipality}}","period":2023,"values":[{"gender":"T","status":"","value":1}]}""";

    private static string Page(string items, string next = "null") => $$"""{"values":[{{items}}],"next_url":{{next}},"previous_url":null}""";
}
