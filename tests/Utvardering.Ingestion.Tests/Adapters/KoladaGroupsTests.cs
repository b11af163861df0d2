using Utvardering.Testing;

namespace Utvardering.Ingestion.Tests.Adapters;

public sealed class KoladaGroupsTests : IDisposable
{
    private const string Groups = "/municipality_groups?per_page=5000";
    private const string Municipalities = "/municipality?region_type=K&per_page=5000";

    private readonly Bench bench = new();

    [Fact]
    public async Task Only_the_groups_with_an_SKR_title_count()
    {
        var outcome = await bench.IngestAsync("kolada-groups", new Replay(bench.Clock)
            .Answers(Groups, """
                {"values":[{"id":"G1","title":"Större stad (ovägt medel)","members":[{"id":"1490","title":"Borås"}]},
                {"id":"G2","title":"Liknande kommuner Borås (ovägt medel)","members":[{"id":"1490","title":"Borås"},{"id":"0305","title":"Håbo"}]},
                {"id":"G3","title":"Landsbygdskommun, ej nära större stad (ovägt medel)","members":[{"id":"2321","title":"Åre"}]}],"next_url":null}
                """)
            .Answers(Municipalities, """{"values":[{"id":"1490","title":"Borås","type":"K"},{"id":"2321","title":"Åre","type":"K"},{"id":"0001","title":"Region Stockholm","type":"L"}],"next_url":null}"""));
        Assert.Equal(["1490 Borås B3", "2321 Åre C8"], bench.Rows(outcome.Vintage!, "select municipality_code, municipality, skr_group from vintage"));
    }

    [Theory]
    [InlineData("""{"id":"G1","title":"Större stad","members":[]}""", "kolumn skr_group: Värdet saknas.")]
    [InlineData("""{"id":"G1","title":"Större stad","members":[{"id":"1490"}]},{"id":"G2","title":"Storstäder","members":[{"id":"1490"}]}""", "säger något annat")]
    public async Task A_municipality_in_no_group_or_in_two_is_refused(string groups, string problem)
    {
        var outcome = await bench.IngestAsync("kolada-groups", new Replay(bench.Clock)
            .Answers(Groups, $$"""{"values":[{{groups}}],"next_url":null}""")
            .Answers(Municipalities, """{"values":[{"id":"1490","title":"Borås","type":"K"}],"next_url":null}"""));
        Assert.Contains(problem, Bench.Report(outcome), StringComparison.Ordinal);
    }

    [SharedDataFact]
    public async Task Kolada_s_own_3_630_groups_give_the_registry()
    {
        var groups = File.ReadAllText(Path.Combine(Repository.Shared, "data", "kolada", "municipality_groups_v3.json"));
        var units = File.ReadAllLines(Path.Combine(Repository.Shared, "data", "kolada", "municipality_v3.csv")).Skip(1).Select(line => line.Split(','))
            .Select(cells => $$"""{"id":"{{cells[0]}}","title":"{{cells[1]}}","type":"{{cells[2]}}"}""");
        var outcome = await bench.IngestAsync("kolada-groups", new Replay(bench.Clock)
            .Answers(Groups, $$"""{"values":{{groups}},"next_url":null}""")
            .Answers(Municipalities, $$"""{"values":[{{string.Join(',', units)}}],"next_url":null}"""));
        var registry = File.ReadAllLines(bench.Project.Municipalities).Skip(1).Select(line => line.Split(',')).Select(cells => $"{cells[0]} {cells[^1]}").Order(StringComparer.Ordinal);
        Assert.Equal(registry, bench.Rows(outcome.Vintage!, "select municipality_code, skr_group from vintage order by 1"));
    }

    public void Dispose() => bench.Dispose();
}
