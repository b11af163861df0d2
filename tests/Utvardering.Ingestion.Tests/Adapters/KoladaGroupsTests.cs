using Utvardering.Testing;

namespace Utvardering.Ingestion.Tests.Adapters;

public sealed class KoladaGroupsTests : IDisposable
{
    private readonly Bench bench = new();

    [Fact]
    public async Task Only_the_groups_with_an_SKR_title_count()
    {
        var outcome = await bench.IngestAsync("kolada-groups", new Replay(bench.Clock).AnswersLists(
            """
            {"id":"G1","title":"Större stad (ovägt medel)","members":[{"id":"1490","title":"Borås"}]},
            {"id":"G2","title":"Liknande kommuner Borås (ovägt medel)","members":[{"id":"1490","title":"Borås"},{"id":"0305","title":"Håbo"}]},
            {"id":"G3","title":"Landsbygdskommun, ej nära större stad (ovägt medel)","members":[{"id":"2321","title":"Åre"}]}
            """,
            """{"id":"1490","title":"Borås","type":"K"},{"id":"2321","title":"Åre","type":"K"},{"id":"0001","title":"Region Stockholm","type":"L"}"""));
        Assert.Equal(["1490 Borås B3", "2321 Åre C8"], bench.Rows(outcome.Vintage!, "select municipality_code, municipality, skr_group from vintage"));
    }

    [Theory]
    [InlineData("""{"id":"G1","title":"Större stad","members":[]}""", "kolumn skr_group: Värdet saknas.")]
    [InlineData("""{"id":"G1","title":"Större stad","members":[{"id":"1490"}]},{"id":"G2","title":"Storstäder","members":[{"id":"1490"}]}""", "säger något annat")]
    public async Task A_municipality_in_no_group_or_in_two_is_refused(string groups, string problem)
    {
        var outcome = await bench.IngestAsync("kolada-groups", new Replay(bench.Clock).AnswersLists(groups, """{"id":"1490","title":"Borås","type":"K"}"""));
        Assert.Contains(problem, Bench.Report(outcome), StringComparison.Ordinal);
    }

    [SharedDataFact]
    public async Task Kolada_s_own_3_630_groups_give_the_registry()
    {
        var outcome = await bench.IngestAsync("kolada-groups", new Replay(bench.Clock).AnswersRealLists());
        var registry = File.ReadAllLines(bench.Project.Municipalities).Skip(1).Select(line => line.Split(',')).Select(cells => $"{cells[0]} {cells[^1]}").Order(StringComparer.Ordinal);
        Assert.Equal(registry, bench.Rows(outcome.Vintage!, "select municipality_code, skr_group from vintage order by 1"));
    }

    public void Dispose() => bench.Dispose();
}
