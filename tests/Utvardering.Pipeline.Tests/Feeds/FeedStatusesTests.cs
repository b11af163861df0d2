using Utvardering.Ingestion;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.SourceStates;
using Utvardering.Pipeline.Feeds;
using Utvardering.Pipeline.Steps;
using Utvardering.SampleData;
using Utvardering.Testing;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Pipeline.Tests.Feeds;

/// <summary>Two feeds of the sample profile, taken in at 04:15 UTC on 30 June 2021: 06:15 in Stockholm.</summary>
public sealed class FeedStatusesTests : IAsyncLifetime
{
    private static readonly DateTimeOffset TakenIn = new(2021, 6, 30, 4, 15, 0, TimeSpan.Zero);

    private TemporaryFolder Folder { get; } = new();

    public async Task InitializeAsync()
    {
        var transport = new SampleTransport(SampleWorld.Load(Runner.Project.Pipelines, new DateOnly(2021, 6, 30)));
        foreach (var source in new[] { "kolada-groups", "bra-sol" })
        {
            await new Ingestor(Runner.Project).IngestAsync(SourceReader.Read(Runner.Project, Path.Combine(Runner.Project.Sources, source + ".yaml")), transport, Folder.Path);
        }
    }

    public Task DisposeAsync()
    {
        Folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public void A_feed_is_fresh_until_its_next_time_and_overdue_after()
    {
        // The first of each month 04:30 in Stockholm: 02:30 UTC in summer.
        var due = new DateTimeOffset(2021, 7, 1, 2, 30, 0, TimeSpan.Zero);
        var fresh = Of("kolada-groups", due);
        Assert.Equal((Freshness.Fresh, due, 0), (fresh.Freshness, fresh.Due, fresh.AgeDays));
        var late = Of("kolada-groups", due.AddSeconds(1));
        Assert.Equal((Freshness.Overdue, due), (late.Freshness, late.Due));
        Assert.Equal(40, Of("kolada-groups", TakenIn.AddDays(40)).AgeDays);
    }

    [Fact]
    public void A_feed_without_a_schedule_is_on_request_and_one_never_taken_in_says_so()
    {
        var offences = Of("bra-sol", TakenIn.AddYears(1));
        Assert.Equal((Freshness.OnRequest, null, SourceOutcome.NewVintage), (offences.Freshness, offences.Due, offences.LastOutcome));
        Assert.Equal(new LakeStore(Path.Combine(Folder.Path, "lake")).Vintages("reported_offences").Single().Name.ToString(), offences.Vintage);
        Assert.True(offences.Rows > 0 && offences.Synthetic);
        var kolada = Of("kolada", TakenIn);
        Assert.Equal((Freshness.Never, null, null), (kolada.Freshness, kolada.Vintage, kolada.LastAttempt));
    }

    [Fact]
    public void What_went_wrong_last_is_told_and_does_not_make_a_feed_fresh()
    {
        var source = SourceReader.Read(Runner.Project, Path.Combine(Runner.Project.Sources, "kolada-groups.yaml"));
        new SourceStateStore(Folder.Path).Record(source, TakenIn.AddDays(5), new SourceException("Kolada answered with status 503."));
        var status = Of("kolada-groups", TakenIn.AddDays(5));
        Assert.Equal((Freshness.Overdue, SourceOutcome.Failed, TakenIn, TakenIn.AddDays(5)), (status.Freshness, status.LastOutcome, status.LastSuccess, status.LastAttempt));
        Assert.Equal("Kolada answered with status 503.", status.LastError!.Message);
    }

    [Fact]
    public void Lost_states_leave_what_the_lake_knows()
    {
        Directory.Delete(Path.Combine(Folder.Path, "sources"), recursive: true);
        var status = Of("kolada-groups", TakenIn.AddDays(1));
        Assert.Equal((TakenIn, Freshness.Overdue, null), (status.LastSuccess, status.Freshness, status.LastAttempt));
    }

    private FeedStatus Of(string source, DateTimeOffset now) => FeedStatuses.Of(Runner.Project, "sample", Folder.Path, now).Single(status => status.Source == source);
}
