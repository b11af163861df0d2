using Utvardering.Ingestion.Sources;
using Utvardering.Testing.Replay;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Tests.Http;

/// <summary>Kolada's sample answer is two indicators × 290 municipalities × three years (one is not out yet for all) in pages of 400.</summary>
public sealed class ResumeTests : IAsyncLifetime
{
    private Web web = null!;

    private string Journal => Path.Combine(web.Bench.DataRoot, "landing", "kolada", ".fetch.jsonl");

    public async Task InitializeAsync() => web = await Web.OfSampleAsync();

    public async Task DisposeAsync() => await web.DisposeAsync();

    [Fact]
    public async Task An_interrupted_retrieval_goes_on_where_it_was_and_gives_the_same_vintage()
    {
        var pages = await InterruptAsync(atPage: 3);
        var outcome = await web.IngestAsync(web.Kolada(400));
        Assert.Equal(pages - 2, web.Server.Asked.Count);
        Assert.DoesNotContain(web.Server.Asked, question => question.Has("page=2"));
        Assert.Equal(pages, outcome.Landed.Count);
        Assert.False(File.Exists(Journal));

        using var other = new Bench();
        var whole = await other.IngestAsync(web.Kolada(400), web.Transport(web.Kolada(400)));
        Assert.Equal(whole.Vintage!.Name.ContentPrefix, outcome.Vintage!.Name.ContentPrefix);
        Assert.Equal(whole.RowsAccepted, outcome.RowsAccepted);
    }

    [Fact]
    public async Task A_finished_retrieval_is_not_gone_on_with()
    {
        await web.IngestAsync(web.Kolada(400));
        var first = web.Server.Asked.Count;
        await web.IngestAsync(web.Kolada(400));
        Assert.Equal(2 * first, web.Server.Asked.Count);
    }

    [Fact]
    public async Task After_a_day_all_is_asked_anew()
    {
        var pages = await InterruptAsync(atPage: 3);
        web.Clock.Advance(TimeSpan.FromHours(24));
        await web.IngestAsync(web.Kolada(400));
        Assert.Equal(pages, web.Server.Asked.Count);
    }

    [Fact]
    public async Task A_journal_line_that_a_crash_cut_is_asked_again()
    {
        var pages = await InterruptAsync(atPage: 3);
        var bytes = await File.ReadAllBytesAsync(Journal);
        await File.WriteAllBytesAsync(Journal, bytes[..^20]);
        await web.IngestAsync(web.Kolada(400));
        Assert.Equal(pages - 1, web.Server.Asked.Count);
    }

    [Fact]
    public async Task A_landed_body_that_is_no_longer_as_it_came_is_asked_again()
    {
        var pages = await InterruptAsync(atPage: 3);
        var body = Directory.EnumerateFiles(Path.GetDirectoryName(Journal)!).First(file => Path.GetFileName(file).Length == 64);
        await File.AppendAllTextAsync(body, " ");
        var outcome = await web.IngestAsync(web.Kolada(400));
        Assert.Equal(pages - 1, web.Server.Asked.Count);
        Assert.All(outcome.Landed, landed => Assert.Equal(landed.Sha256, DurableFile.Sha256(landed.File)));
    }

    [Fact]
    public async Task An_answer_that_can_not_be_right_is_not_gone_on_from()
    {
        web.Server.Misbehave(question => question.Has("page=3"), Misbehaviours.Html("Underhåll"));
        var fault = await Assert.ThrowsAsync<SourceException>(() => web.IngestAsync(web.Kolada(400)));
        Assert.Equal(SourceFault.WrongAnswer, fault.Fault);
        Assert.False(File.Exists(Journal));
    }

    [Fact]
    public async Task What_a_stopped_run_had_got_is_kept()
    {
        var asked = new TaskCompletionSource();
        using var stop = new CancellationTokenSource();
        web.Server.Misbehave(question => question.Has("page=2"), Misbehaviours.Silence(asked));
        var run = new Ingestor(web.Bench.Project).IngestAsync(web.Kolada(400), web.Transport(web.Kolada(400)), web.Bench.DataRoot, null, stop.Token);
        await asked.Task;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        web.Server.Forget();
        await web.IngestAsync(web.Kolada(400));
        Assert.All(web.Server.Asked, question => Assert.True(question.Has("page=")));
    }

    /// <returns>How many pages the whole retrieval has.</returns>
    private async Task<int> InterruptAsync(int atPage)
    {
        using (var other = new Bench())
        {
            await other.IngestAsync(web.Kolada(400), web.Transport(web.Kolada(400)));
        }

        var pages = web.Server.Asked.Count;
        web.Server.Misbehave(question => question.Has($"page={atPage}"), Misbehaviours.CutBody(10), times: SourcePatience.Usual.Retries + 1);
        var fault = await Assert.ThrowsAsync<SourceException>(() => web.IngestAsync(web.Kolada(400)));
        Assert.Equal(SourceFault.Transient, fault.Fault);
        Assert.True(File.Exists(Journal));
        web.Server.Forget();
        return pages;
    }
}
