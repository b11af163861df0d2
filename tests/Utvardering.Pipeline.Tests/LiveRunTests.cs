using Utvardering.Ingestion;
using Utvardering.Pipeline.Runs;
using Utvardering.SampleData;
using Utvardering.Testing;
using Utvardering.Testing.Replay;
using Utvardering.Testing.Replay.Sources;
using Utvardering.Warehouse;

namespace Utvardering.Pipeline.Tests;

/// <summary>The live profile, with the sources on this machine.</summary>
public sealed class LiveRunTests : IAsyncLifetime, IDisposable
{
    private static readonly string Pipelines = Path.Combine(Repository.Root, "pipelines");
    private static readonly Lazy<SampleWorld> World = new(() => SampleWorld.Load(Pipelines, SampleWorld.DefaultAsOf(Pipelines)));

    private readonly TemporaryFolder folder = new();
    private readonly HurryingClock clock = new(World.Value.RetrievedAt, TimeSpan.FromMinutes(1));
    private ReplayServer server = null!;

    public async Task InitializeAsync() => server = await ReplayServer.StartAsync(SampleSource.Of(World.Value));

    public async Task DisposeAsync() => await server.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [FactNeeding("node")]
    public async Task Sources_are_fetched_and_carried_to_the_report_and_a_source_that_fails_later_keeps_its_vintage()
    {
        var run = await RunAsync();
        Assert.Equal(["kolada", "kolada-groups", "kolada-peers", "scb-population"], run.Ingested.Select(source => source.Source));
        Assert.All(run.Ingested, source => Assert.True(source.IsNew && source.RowsAccepted >= 290));
        Assert.DoesNotContain("EXEMPELDATA", await File.ReadAllTextAsync(run.Report), StringComparison.Ordinal);

        server.Misbehave(question => question.Has("/v3/data"), Misbehaviours.Status(404));
        clock.Advance(TimeSpan.FromDays(1));
        var again = await RunAsync();
        Assert.Equal(run.RunId, again.RunId);
        Assert.Equal([SourceFault.Refused, null, null, null], again.Ingested.Select(source => source.Failure?.Fault));
        Assert.Equal(run.Ingested[0].Vintage, again.Ingested[0].Vintage);
    }

    [FactNeeding("node")]
    public async Task The_same_inputs_give_the_same_bytes_years_later_and_their_age_is_told_to_whoever_runs()
    {
        var then = await RunAsync();
        var made = Runner.Files(Runner.Folder(folder["data"], then, ""));
        Directory.Delete(Runner.Folder(folder["data"], then, ""), recursive: true);
        Directory.Delete(folder["data/evaluated"], recursive: true);
        clock.Advance(TimeSpan.FromDays(3 * 365));
        var told = new List<RunStep>();

        var now = await RunAsync(new Told(told));

        Assert.True(now.IsNew);
        Assert.Equal(then.RunId, now.RunId);
        Assert.Contains(told, step => step.IsWarning && step.Text.Contains("staging.population: the test 'fresh: make_date(year, 12, 31) within 800 days' does not hold", StringComparison.Ordinal));
        var anew = Runner.Files(Runner.Folder(folder["data"], now, ""));
        Assert.Equal(made.Keys, anew.Keys);
        Assert.All(made, file => Assert.Equal(file.Value, anew[file.Key]));
    }

    [FactNeeding("node")]
    public async Task A_source_that_fails_the_first_time_ends_the_run_with_what_to_do()
    {
        server.Misbehave(_ => true, Misbehaviours.Html("Underhåll"));
        var fault = await Assert.ThrowsAsync<SourceException>(() => RunAsync());
        Assert.Contains("'Underhåll'", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("live", "bra-sol")]
    [InlineData("sample", "kolada")]
    public async Task An_address_for_a_source_that_is_not_fetched_is_refused(string profile, string source)
    {
        var options = new RunOptions(profile, null, folder["data"], null) { Addresses = new Dictionary<string, Uri> { [source] = server.Kolada } };
        var fault = await Assert.ThrowsAsync<InputException>(() => new PipelineRun(Runner.Project, clock).RunAsync(options, null, default));
        Assert.Contains($"An address is given for '{source}'", fault.Message, StringComparison.Ordinal);
    }

    private Task<RunOutcome> RunAsync(IProgress<RunStep>? progress = null) => new PipelineRun(Runner.Project, clock).RunAsync(
        new RunOptions("live", null, folder["data"], null)
        {
            Addresses = new Dictionary<string, Uri> { ["kolada"] = server.Kolada, ["kolada-groups"] = server.Kolada, ["kolada-peers"] = server.Kolada, ["scb-population"] = server.Scb },
        },
        progress,
        CancellationToken.None);

    private sealed class Told(List<RunStep> steps) : IProgress<RunStep>
    {
        public void Report(RunStep value) => steps.Add(value);
    }
}
