using System.Diagnostics;
using Utvardering.Cli.Tests.Crashes;
using Utvardering.Pipeline.Jobs;
using Utvardering.Pipeline.Jobs.States;
using Utvardering.Pipeline.Jobs.Store;
using Utvardering.Testing;
using Utvardering.Warehouse.Faults;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Cli.Tests.Nodes;

/// <summary>
/// Nodes as processes, killed and stopped for real in the middle of what they do: another finishes it, nothing is lost, nothing done twice,
/// and the data root ends as that of a run that never crashed, byte for byte.
/// </summary>
public sealed class NodeTests(NodeTests.Given given) : IClassFixture<NodeTests.Given>
{
    private const int Killed = 137;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>A small house, what a run of it makes, and a PostgreSQL.</summary>
    public sealed class Given : IAsyncLifetime
    {
        private TemporaryFolder Folder { get; } = new();

        private PostgresServer? Server { get; set; }

        public string House { get; private set; } = "";

        /// <summary>The data root of a run that never crashed.</summary>
        public string Whole => Folder["whole"];

        public async Task InitializeAsync()
        {
            House = new CrashHouse(Folder).Accepting;
            var run = await Command.RunInAsync(House, null, "run", "--data", Whole);
            Assert.True(run.Code == 0, run.Error);
        }

        public async Task<string> NewStoreAsync() => await (Server ??= await PostgresServer.StartAsync()).NewDatabaseAsync();

        public Task<string> RestoredAsync(string store) => Server!.RestoredAsync(store);

        /// <summary>A data root that has all sources and no warehouse yet, to be written by lock or by lease.</summary>
        public void TakenIn(string root, string writer)
        {
            foreach (var part in new[] { "landing", "lake", "sources", "quarantine" })
            {
                if (Directory.Exists(Path.Combine(Whole, part)))
                {
                    Trees.Copy(Path.Combine(Whole, part), Path.Combine(root, part));
                }
            }

            File.WriteAllText(Path.Combine(root, "dataroot.json"), File.ReadAllText(Path.Combine(Whole, "dataroot.json")).Replace("\"lock\"", $"\"{writer}\"", StringComparison.Ordinal));
        }

        public async Task DisposeAsync()
        {
            if (Server is not null)
            {
                await Server.DisposeAsync();
            }

            Folder.Dispose();
        }
    }

    [FactNeeding("node", "postgres")]
    public async Task Killed_in_the_middle_of_ingest_its_work_is_done_by_the_other_node_and_carried_to_a_draft()
    {
        using var folder = new TemporaryFolder();
        var (root, store) = (folder["data"], await given.NewStoreAsync());
        await using var first = await Node.StartAsync(given.House, root, "first", store, FaultPlaces.LandingPlaced + ":3");
        await Node.AskAsync(given.House, root, "all", store);
        Assert.Equal(Killed, await first.EndedAsync());

        await using var second = await Node.StartAsync(given.House, root, "second", store);
        var runs = await UntilDraftAsync(store);

        var interrupted = Assert.Single(runs, run => run.State == RunState.Interrupted);
        var again = Assert.Single(runs, run => run.Follows == interrupted.RunId);
        Assert.Equal(("first", "second", RunState.Succeeded), (interrupted.Node, again.Node, again.State));
        Assert.All(runs.Where(run => run != interrupted), run => Assert.Equal((RunState.Succeeded, 1), (run.State, run.Attempt)));
        Assert.Equal(runs.Count - 1, runs.Where(run => run != interrupted).Select(run => run.Job).Distinct().Count());
        AssertWhole(root);
    }

    [TheoryNeeding("node", "postgres")]
    [InlineData(FaultPlaces.WarehouseBuilt)]
    [InlineData(FaultPlaces.RunResults)]
    public async Task Killed_in_the_middle_of_warehouse_or_evaluation_the_other_node_makes_the_draft(string place)
    {
        using var folder = new TemporaryFolder();
        var (root, store) = (folder["data"], await given.NewStoreAsync());
        given.TakenIn(root, "lease");
        await using var first = await Node.StartAsync(given.House, root, "first", store, place);
        await Node.AskAsync(given.House, root, "draft", store);
        Assert.Equal(Killed, await first.EndedAsync());
        DataRootState.AssertWhole(root);

        await using var second = await Node.StartAsync(given.House, root, "second", store);
        var runs = await UntilDraftAsync(store);

        Assert.Equal([(RunState.Succeeded, "second"), (RunState.Interrupted, "first")], runs.Select(run => (run.State, run.Node!)));
        AssertWhole(root);
    }

    [TheoryNeeding("node", "postgres")]
    [InlineData("draft", FaultPlaces.WarehouseConfirmed)]
    [InlineData("draft", FaultPlaces.RunConfirmed)]
    [InlineData("bra-sol", FaultPlaces.LakeBuilt)]
    [InlineData("bra-sol", FaultPlaces.LakeConfirmed)]
    public async Task A_writer_that_stood_still_while_its_lease_ran_out_publishes_nothing_when_it_wakes(string job, string place)
    {
        using var folder = new TemporaryFolder();
        var (root, store) = (folder["data"], await given.NewStoreAsync());
        if (job == "draft")
        {
            given.TakenIn(root, "lease");
        }

        await using var stalled = await Node.StartAsync(given.House, root, "stalled", store, "stop:" + place);
        await Node.AskAsync(given.House, root, job, store);
        await UntilAsync(() => Task.FromResult(stalled.IsStopped));
        await using var other = await Node.StartAsync(given.House, root, "other", store);
        var runs = await UntilAsync(store, runs => runs is [{ State: RunState.Succeeded }, { State: RunState.Interrupted }]);
        Assert.Equal([("other", job), ("stalled", job)], runs.Select(run => (run.Node!, run.Job)));
        var published = Published(root);

        await stalled.SignalAsync("CONT");
        await UntilAsync(() => Task.FromResult(Log(root).Contains("lost to another node", StringComparison.Ordinal)));

        Assert.Equal(published, Published(root));
        Assert.Equal(runs, await RunsAsync(store));
        Assert.False(stalled.HasExited);
        // What it left half-made goes with the next run.
        await Node.AskAsync(given.House, root, job, store);
        await UntilAsync(store, runs => runs is [{ State: RunState.Succeeded }, _, _]);
        Assert.Equal(published.Where(file => !file.Contains("warehouse.duckdb", StringComparison.Ordinal)), Published(root).Where(file => !file.Contains("warehouse.duckdb", StringComparison.Ordinal)));
        DataRootState.AssertSwept(root);
    }

    [TheoryNeeding("node")]
    [InlineData(FaultPlaces.LandingPlaced + ":3", "all")]
    [InlineData(FaultPlaces.WarehouseRenamed, "draft")]
    public async Task On_one_machine_with_SQLite_a_killed_program_that_is_started_again_goes_on(string place, string job)
    {
        using var folder = new TemporaryFolder();
        var root = folder["data"];
        if (job == "draft")
        {
            given.TakenIn(root, "lock");
        }

        await using (var first = await Node.StartAsync(given.House, root, "machine", fault: place, lease: 600))
        {
            await Node.AskAsync(given.House, root, job);
            Assert.Equal(Killed, await first.EndedAsync());
        }

        // It does not wait until the lease has run out: nobody else can hold it.
        await using var second = await Node.StartAsync(given.House, root, "machine", lease: 600);
        await using var database = JobDatabase.Sqlite(root);
        var runs = await UntilAsync(database, runs => runs.Any(run => run is { Job: "draft", State: RunState.Succeeded }));

        Assert.Single(runs, run => run.State == RunState.Interrupted);
        Assert.DoesNotContain(runs, run => run.State == RunState.Parked);
        AssertWhole(root);
    }

    /// <remarks>Done again, the run finds nothing new: the draft that its vintage calls for must not be forgotten for that.</remarks>
    [FactNeeding("node")]
    public async Task Killed_right_after_a_vintage_was_published_the_draft_of_it_is_made_all_the_same()
    {
        using var folder = new TemporaryFolder();
        var root = folder["data"];
        given.TakenIn(root, "lock");
        foreach (var part in new[] { "lake/reported_offences", "landing/bra-sol" })
        {
            Directory.Delete(Path.Combine(root, part), recursive: true);
        }

        await using (var first = await Node.StartAsync(given.House, root, "machine", fault: FaultPlaces.LakeRenamed))
        {
            await Node.AskAsync(given.House, root, "bra-sol");
            Assert.Equal(Killed, await first.EndedAsync());
        }

        await using var second = await Node.StartAsync(given.House, root, "machine");
        await using var database = JobDatabase.Sqlite(root);
        var runs = await UntilAsync(database, runs => runs.Any(run => run is { Job: "draft", State: RunState.Succeeded }));

        Assert.Equal(0, Assert.Single(runs, run => run is { Job: "bra-sol", State: RunState.Succeeded }).Counts.VintagesMade);
        AssertWhole(root);
    }

    [FactNeeding("node")]
    public async Task An_inbox_where_none_is_read_is_refused_at_the_start()
    {
        using var folder = new TemporaryFolder();
        var serve = await Command.RunInAsync(given.House, null, "serve", "--data", folder["data"], "--port", "0", "--input", folder.Path);
        Assert.Equal((2, true), (serve.Code, serve.Error.Contains("takes no --input", StringComparison.Ordinal)));
    }

    [FactNeeding("node")]
    public async Task Told_to_stop_a_program_hands_its_run_back_ends_well_and_goes_on_at_the_next_start()
    {
        using var folder = new TemporaryFolder();
        var root = folder["data"];
        given.TakenIn(root, "lock");
        await using var database = JobDatabase.Sqlite(root);
        await using (var first = await Node.StartAsync(given.House, root, "machine"))
        {
            await Node.AskAsync(given.House, root, "draft");
            await UntilAsync(database, runs => runs is [{ State: RunState.Running }]);
            await first.SignalAsync("TERM");
            Assert.Equal(0, await first.EndedAsync());
        }

        Assert.Contains(Assert.Single(await RunsAsync(database)).State, new[] { RunState.Queued, RunState.Succeeded });
        await using var second = await Node.StartAsync(given.House, root, "machine");
        var runs = await UntilAsync(database, runs => runs is [{ State: RunState.Succeeded }]);
        Assert.Single(runs);
        AssertWhole(root);
    }

    [FactNeeding("node")]
    public async Task A_second_program_on_the_same_data_root_is_refused_and_one_that_other_machines_write_is_no_run_s()
    {
        using var folder = new TemporaryFolder();
        await using var first = await Node.StartAsync(given.House, folder["data"], "machine");
        var second = await Command.RunInAsync(given.House, null, "serve", "--data", folder["data"], "--port", "0");
        Assert.Equal((2, true), (second.Code, second.Error.Contains("Another 'utvardering serve' runs on", StringComparison.Ordinal)));

        Directory.CreateDirectory(folder["leased"]);
        given.TakenIn(folder["leased"], "lease");
        var run = await Command.RunInAsync(given.House, null, "run", "--data", folder["leased"]);
        Assert.Equal((2, true), (run.Code, run.Error.Contains("utvardering jobs run", StringComparison.Ordinal)));
    }

    [FactNeeding("node")]
    public async Task Where_it_is_told_to_a_program_sends_metrics_and_traces_of_its_runs()
    {
        using var folder = new TemporaryFolder();
        await using var collector = await Collector.StartAsync();
        await using var database = JobDatabase.Sqlite(folder["data"]);
        await using (var node = await Node.StartAsync(given.House, folder["data"], "machine", telemetry: collector.Address))
        {
            await Node.AskAsync(given.House, folder["data"], "kolada-groups");
            await UntilAsync(database, runs => runs is [{ State: RunState.Succeeded }]);
            await node.SignalAsync("TERM");
            Assert.Equal(0, await node.EndedAsync());
        }

        Assert.Contains("job kolada-groups", collector.Received("/v1/traces"), StringComparison.Ordinal);
        Assert.All(
            ["utvardering.job.runs", "utvardering.job.duration", "utvardering.job.rows_accepted", "machine"],
            name => Assert.Contains(name, collector.Received("/v1/metrics"), StringComparison.Ordinal));
    }

    /// <remarks>The steps of docs/operations.md.</remarks>
    [TheoryNeeding("node", "postgres")]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task What_was_backed_up_and_restored_elsewhere_goes_on_with_all_it_had(string kind)
    {
        using var folder = new TemporaryFolder();
        var store = kind == "postgres" ? await given.NewStoreAsync() : null;
        var root = folder["data"];
        given.TakenIn(root, kind == "postgres" ? "lease" : "lock");
        await using (var node = await Node.StartAsync(given.House, root, "old", store))
        {
            await Node.AskAsync(given.House, root, "draft", store);
            await using var database = store is null ? JobDatabase.Sqlite(root) : JobDatabase.Postgres(store);
            await UntilAsync(database, runs => runs is [{ State: RunState.Succeeded }]);
            await node.SignalAsync("TERM");
            Assert.Equal(0, await node.EndedAsync());
        }

        var restored = folder["restored"];
        Trees.Copy(root, restored);
        var restoredStore = store is null ? null : await given.RestoredAsync(store);
        Directory.Delete(root, recursive: true);
        DataRootState.AssertWhole(restored);
        var published = Published(restored).Select(file => file[..file.LastIndexOf(' ')]).Where(file => !file.Contains("warehouse.duckdb", StringComparison.Ordinal)).ToList();

        await using var next = await Node.StartAsync(given.House, restored, "new", restoredStore);
        await Node.AskAsync(given.House, restored, "draft", restoredStore);
        await using var there = restoredStore is null ? JobDatabase.Sqlite(restored) : JobDatabase.Postgres(restoredStore);
        var runs = await UntilAsync(there, runs => runs is [{ State: RunState.Succeeded }, _]);

        Assert.Equal(["new", "old"], runs.Select(run => run.Node!));
        Assert.Contains("nothing is new", runs[0].Progress, StringComparison.Ordinal);
        Assert.Equal(published, Published(restored).Select(file => file[..file.LastIndexOf(' ')]).Where(file => !file.Contains("warehouse.duckdb", StringComparison.Ordinal)));
    }

    private void AssertWhole(string root)
    {
        DataRootState.AssertWhole(root);
        DataRootState.AssertSwept(root);
        DataRootState.AssertEqual(given.Whole, root);
    }

    private static async Task<List<JobRun>> UntilDraftAsync(string store) =>
        await UntilAsync(store, runs => runs.Any(run => run is { Job: "draft", State: RunState.Succeeded }));

    private static async Task<List<JobRun>> UntilAsync(string store, Predicate<List<JobRun>> there)
    {
        await using var database = JobDatabase.Postgres(store);
        return await UntilAsync(database, there);
    }

    private static async Task<List<JobRun>> UntilAsync(JobDatabase database, Predicate<List<JobRun>> there)
    {
        List<JobRun> runs = [];
        await UntilAsync(async () => there(runs = await RunsAsync(database)));
        return runs;
    }

    private static async Task UntilAsync(Func<Task<bool>> there)
    {
        var watch = Stopwatch.StartNew();
        while (!await there())
        {
            Assert.True(watch.Elapsed < Patience, "It did not come to be in time.");
            await Task.Delay(100);
        }
    }

    private static async Task<List<JobRun>> RunsAsync(string store)
    {
        await using var database = JobDatabase.Postgres(store);
        return await RunsAsync(database);
    }

    private static Task<List<JobRun>> RunsAsync(JobDatabase database) => new RunLog(database).NewestAsync(null, 100, CancellationToken.None);

    private static string Log(string root) => string.Concat(Directory.EnumerateFiles(Path.Combine(root, "logs")).Select(file =>
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }));

    /// <summary>Everything that is published, with when it was written.</summary>
    private static List<string> Published(string root) => [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
        .Select(file => (File: file, Name: Path.GetRelativePath(root, file)))
        .Where(file => (file.Name.StartsWith("lake/", StringComparison.Ordinal) || file.Name.StartsWith("runs/", StringComparison.Ordinal) || file.Name == "warehouse.duckdb")
            && !file.Name.Contains(".staging", StringComparison.Ordinal) && file.Name != "runs/latest.json")
        .Select(file => $"{file.Name} {DurableFile.Sha256(file.File)} {File.GetLastWriteTimeUtc(file.File):O}")
        .Order(StringComparer.Ordinal)];
}
