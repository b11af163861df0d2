using System.Text;
using System.Text.Json;
using Utvardering.Ingestion.Adapters;
using Utvardering.Ingestion.Staging;

namespace Utvardering.Ingestion.Tests.RealFiles.EachFile;

/// <summary>What is known of the older interface: published questions, a catalogue of installations, two recorded bodies.</summary>
internal static class ScbV1Cases
{
    private const string Metadata = """
        {"title":"t","variables":[{"code":"Region","text":"region","values":["0380"],"valueTexts":["Uppsala"]},
        {"code":"Alder","text":"ålder","values":["0","tot"],"valueTexts":["0 år","totalt"]},{"code":"Kon","text":"kön","values":["1","2"],"valueTexts":["män","kvinnor"]},
        {"code":"ContentsCode","text":"tabellinnehåll","values":["BE0101N1"],"valueTexts":["Folkmängd"]},{"code":"Tid","text":"år","values":["2022"],"valueTexts":["2022"],"time":true}]}
        """;

    public static IEnumerable<RealFileCase> All =>
    [
        new("scb/v1/api.json", file =>
        {
            // "calls_per_period": 30, "period_in_seconds": 10, "max_values_to_download": 110000.
            var scb = JsonDocument.Parse(file.Text).RootElement.GetProperty("apis").GetProperty("api.scb.se");
            var source = file.Bench.Source("scb-population-v1");
            Assert.Equal(source.Limits.RequestsPerSecond, scb.GetProperty("calls_per_period").GetInt32() / scb.GetProperty("period_in_seconds").GetInt32());
            Assert.True(((PxWebSettings)source.Settings).MaxCells <= scb.GetProperty("max_values_to_download").GetInt64());
            Assert.StartsWith(scb.GetProperty("url").GetString()!.Replace("[version]", "v1", StringComparison.Ordinal).Replace("[lang]", "sv", StringComparison.Ordinal), source.Address!.AbsoluteUri, StringComparison.Ordinal);
            return Task.CompletedTask;
        }),
        Question("json_query_example.json", ["BE0101N1", "BE0101N2", "2010", "2011", "2012"]),
        Question("json-stat_query_example.json", ["BE0101N1", "BE0101N2", "2010", "2011", "2012"]),
        Question("json_query_variables_example.json", ["OG", "G", "SK", "ÄNKL", "BE0101N1", "2015", "2016", "2017"]),
        // Other filters than ours, which names each code: "all", "top", "agg:", "vs:".
        Filters("filter_query.json", ["all 039*", "all *", "top 4"]),
        Filters("json_query_agg_example.json", ["agg:RegionA-region_2 A-04", "agg:Ålder5år -4"]),
        new("scb/v1/json_big_query_example.json", file =>
        {
            // 213 regions, each a municipality of the registry.
            var codes = Parts(file).First(part => part.Filter == "vs:RegionKommun07").Codes;
            Assert.Equal(213, codes.Count);
            Assert.Subset(File.ReadLines(file.Bench.Project.Municipalities).Skip(1).Select(line => line.Split(',')[0]).ToHashSet(), codes.ToHashSet());
            return Task.CompletedTask;
        }),
        new("scb/v1/recorded/responseOK.bin", async file =>
        {
            // "totalt","män","heltid+deltid",34 A0 550: wages, which the population does not take, in windows-1252.
            var refused = await IngestAsync(file, 200);
            Assert.Contains("myndighet", Bench.Report(refused), StringComparison.Ordinal);
            var cells = DelimitedLine.Cells(Encoding.Latin1.GetString(File.ReadAllBytes(file.Path)).Split("\r\n")[1], ',');
            Assert.Equal("34550", WrittenNumber.Plain(cells[3]));
        }),
        new("scb/v1/recorded/responseFAULT.bin", async file =>
            Assert.Contains("an HTML page titled 'ERROR: The requested URL could not be retrieved'", (await Assert.ThrowsAsync<SourceException>(() => IngestAsync(file, 417))).Message, StringComparison.Ordinal)),
    ];

    private static Task<IngestOutcome> IngestAsync(RealFile file, int status)
    {
        var source = file.Bench.Source("scb-population-v1");
        var settings = (PxWebSettings)source.Settings with { Format = "csv", LastAge = 0 };
        var body = Encoding.Latin1.GetString(File.ReadAllBytes(file.Path));
        var replay = new Replay(file.Bench.Clock) { Encoding = Encoding.Latin1, StatusOfPosts = status };
        return file.Bench.IngestAsync(source with { Settings = settings }, replay.AnswersAll("/BefolkningNy", request => request.Method == HttpMethod.Get ? Metadata : body));
    }

    private static RealFileCase Question(string name, string[] codes) => new($"scb/v1/{name}", file =>
    {
        var parts = Parts(file);
        Assert.Equal(codes, parts.SelectMany(part => part.Codes));
        using var example = JsonDocument.Parse(file.Text);
        var ours = new PxWebQuestion([.. parts.Select(part => (part.Variable, part.Codes))]).ToJsonOfVersion1(example.RootElement.GetProperty("response").GetProperty("format").GetString()!);
        Assert.Equal(JsonSerializer.Serialize(example.RootElement), JsonSerializer.Serialize(JsonDocument.Parse(ours).RootElement));
        return Task.CompletedTask;
    });

    private static RealFileCase Filters(string name, string[] filters) => new($"scb/v1/{name}", file =>
    {
        Assert.Equal(filters, Parts(file).Where(part => part.Filter != "item").Select(part => $"{part.Filter} {part.Codes[0]}"));
        return Task.CompletedTask;
    });

    private static List<(string Variable, string Filter, IReadOnlyList<string> Codes)> Parts(RealFile file)
    {
        using var json = JsonDocument.Parse(file.Text);
        return [.. json.RootElement.GetProperty("query").EnumerateArray().Select(part => (
            part.GetProperty("code").GetString()!, part.GetProperty("selection").GetProperty("filter").GetString()!,
            (IReadOnlyList<string>)[.. part.GetProperty("selection").GetProperty("values").EnumerateArray().Select(code => code.GetString()!)]))];
    }
}
