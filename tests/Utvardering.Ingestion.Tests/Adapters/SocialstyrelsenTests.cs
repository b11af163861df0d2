using Utvardering.Ingestion.Adapters;
using Utvardering.Ingestion.Sources;

namespace Utvardering.Ingestion.Tests.Adapters;

public sealed class SocialstyrelsenTests : IDisposable
{
    private readonly Bench bench = new();

    [Fact]
    public async Task Pages_are_followed_and_texts_and_marks_understood()
    {
        var replay = new Replay(bench.Clock)
            .Answers("sida=1", Page(1, 2, "\"http://sdb.socialstyrelsen.se/api/v1/sv/t/resultat/matt/7/diagnos/0502/region/0,1/alder/3/kon/1,3/ar/2023,2024?per_sida=5000&sida=2\"", Row(0, 3, 3, 2023, "639,3"), Row(1, 3, 1, 2023, "X")))
            .Answers("sida=2", Page(2, 2, "null", Row(1, 3, 3, 2024, "1 012,0")));
        var outcome = await bench.IngestAsync(Source("0502"), replay);
        Assert.Equal(
            [
                "patients F10-F19 country 00 2023 10-14 total 639.3 ∅", "patients F10-F19 county 01 2023 10-14 men ∅ suppressed",
                "patients F10-F19 county 01 2024 10-14 total 1012 ∅",
            ],
            bench.Rows(outcome.Vintage!, "select * exclude (landing_sha256, landing_row) from vintage order by region_code, year"));
        Assert.Contains(outcome.Vintage!.ReadPackage().Notes!, note => note.Contains("kan vara noll", StringComparison.Ordinal));
        // The source's links say http://, the questions stay at https://.
        Assert.All(replay.Asked, request => Assert.Equal("https", request.Address.Scheme));
        Assert.Equal("/api/v1/sv/t/resultat/matt/7/diagnos/0502/region/0,1/alder/3/kon/1,3/ar/2023,2024", replay.Asked[0].Address.AbsolutePath);
    }

    [Fact]
    public async Task Every_category_is_a_question_of_its_own()
    {
        var replay = new Replay(bench.Clock).AnswersAll("/diagnos/", _ => Page(1, 1, "null", Row(0, 3, 3, 2023, "5")));
        var outcome = await bench.IngestAsync(Source("0502", "0510"), replay);
        // The answers are the same bytes; they still are about two diagnoses.
        Assert.Equal(["F10-F19 5", "F90-F98 5"], bench.Rows(outcome.Vintage!, "select category, value from vintage order by 1"));
    }

    [Theory]
    [InlineData(0, 3, 2, "5", "värde \"id 2\"")]
    [InlineData(0, 9, 3, "5", "värde \"id 9\"")]
    [InlineData(99, 3, 3, "5", "Områdets kod passar inte")]
    [InlineData(0, 3, 3, "c:a 5", "värde \"c:a 5\"")]
    public async Task An_id_or_a_text_that_is_not_known_is_refused(int region, int age, int sex, string value, string problem)
    {
        var replay = new Replay(bench.Clock).AnswersAll("/diagnos/", _ => Page(1, 1, "null", Row(region, age, sex, 2023, value)));
        Assert.Contains(problem, Bench.Report(await bench.IngestAsync(Source("0502"), replay)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><head><title>404</title></head></html>", 404, "status 404")]
    [InlineData("{\"data\":[],\"sidor\":0,\"nasta_sida\":null}", 200, "no row at all")]
    [InlineData("{\"data\":[{\"varde\":\"1\"}],\"sidor\":3,\"nasta_sida\":null}", 200, "has 3 pages, but 1")]
    [InlineData("{\"data\":[{\"varde\":\"1\"}],\"sidor\":3,\"nasta_sida\":\"https://sdb.socialstyrelsen.se/api/v1/sv/t/resultat/matt/7/diagnos/0502/region/0,1/alder/3/kon/1,3/ar/2023,2024?per_sida=5000&sida=1\"}", 200, "leads back")]
    [InlineData("{\"rader\":[]}", 200, "no list 'data'")]
    public async Task What_is_no_answer_is_told(string body, int status, string expected)
    {
        var replay = new Replay(bench.Clock).Answers("sida=1", body, status);
        Assert.Contains(expected, (await Assert.ThrowsAsync<SourceException>(() => bench.IngestAsync(Source("0502"), replay))).Message, StringComparison.Ordinal);
    }

    public void Dispose() => bench.Dispose();

    private SourceDefinition Source(params string[] diagnoses) => bench.Source("socialstyrelsen") with
    {
        Settings = new SocialstyrelsenSettings(
            "t",
            new("matt", new Dictionary<string, string> { ["7"] = "patients" }),
            new("diagnos", diagnoses.ToDictionary(id => id, id => id == "0502" ? "F10-F19" : "F90-F98")),
            new("region", new Dictionary<string, string> { ["0"] = "0", ["1"] = "1" }),
            new("alder", new Dictionary<string, string> { ["3"] = "10-14" }),
            new("kon", new Dictionary<string, string> { ["1"] = "men", ["3"] = "total" }),
            new(2023, 2024)),
    };

    private static string Row(int region, int age, int sex, int year, string value) =>
        $$"""{"regionId":{{region}},"alderId":{{age}},"konId":{{sex}},"mattId":7,"ar":{{year}},"varde":"{{value}}"}""";

    private static string Page(int page, int pages, string next, params string[] rows) =>
        $$"""{"data":[{{string.Join(',', rows)}}],"amne":"T","sida":{{page}},"per_sida":5000,"sidor":{{pages}},"nasta_sida":{{next}},"foregaende_sida":null}""";
}
