using Utvardering.Ingestion.Transport;
using Utvardering.Testing;

namespace Utvardering.Ingestion.Tests.Adapters;

public sealed class KoladaPeersTests : IDisposable
{
    private readonly Bench bench = new();

    [Fact]
    public async Task Only_the_groups_of_a_municipalitys_peers_count_whatever_the_subject_is_called()
    {
        var outcome = await bench.IngestAsync("kolada-peers", new Replay(bench.Clock).AnswersLists(
            """
            {"id":"G1","title":"Liknande kommuner IFO, Borås, 2024","members":[{"id":"0305","title":"Håbo"},{"id":"2281","title":"Sundsvall"}]},
            {"id":"G2","title":"Liknande kommuner, övergripande, Borås, 2025","members":[{"id":"0305","title":"Håbo"}]},
            {"id":"G3","title":"Liknande kommuner ekonomiskt bistånd, Håbo, 2023","members":[{"id":"1490","title":"Borås"}]},
            {"id":"G4","title":"Liknande regioner socioekonomi, Region Blekinge, 2024","members":[{"id":"0001","title":"Region Stockholm"}]},
            {"id":"G5","title":"Liknande kommuner räddningstjänst, Region Blekinge, 2024","members":[{"id":"0001","title":"Region Stockholm"}]},
            {"id":"G6","title":"Större stad (ovägt medel)","members":[{"id":"1490","title":"Borås"}]}
            """,
            """{"id":"1490","title":"Borås","type":"K"},{"id":"0305","title":"Håbo","type":"K"},{"id":"0010","title":"Region Blekinge","type":"L"}"""));

        Assert.Equal(
            ["0305 G3 1490", "1490 G1 0305", "1490 G1 2281", "1490 G2 0305"],
            bench.Rows(outcome.Vintage!, "select municipality_code, group_id, peer_code from vintage order by all"));
    }

    [Fact]
    public async Task A_peer_that_is_no_municipality_is_refused()
    {
        var outcome = await bench.IngestAsync("kolada-peers", new Replay(bench.Clock).AnswersLists(
            """{"id":"G1","title":"Liknande kommuner IFO, Borås, 2024","members":[{"id":"0010","title":"Region Blekinge"}]}""",
            """{"id":"1490","title":"Borås","type":"K"}"""));

        Assert.Contains("peer_code", Bench.Report(outcome), StringComparison.Ordinal);
    }

    [SharedDataFact]
    public async Task Kolada_s_own_groups_give_the_list_that_was_derived_from_them()
    {
        var outcome = await bench.IngestAsync("kolada-peers", new Replay(bench.Clock).AnswersRealLists());
        var files = await bench.IngestAsync("files-peers", new FolderTransport(Path.Combine(Repository.Shared, "data"), bench.Clock));

        // Eleven municipalities in the file, twelve subjects of seven peers each; Kolada has them for all 290, in one subject for 289.
        const string OfTheEleven = "select municipality_code, group_id, group_title, peer_code from vintage where municipality_code in ('0181', '0191', '0305', '0380', '0486', '0580', '0880', '1480', '1488', '1490', '2281') order by all";
        Assert.Equal(924, files.RowsAccepted);
        Assert.Equal(bench.Rows(files.Vintage!, OfTheEleven), bench.Rows(outcome.Vintage!, OfTheEleven));
        Assert.Equal(7 * ((12 * 290) - 1), outcome.RowsAccepted);
    }

    public void Dispose() => bench.Dispose();
}
