using Microsoft.Extensions.Time.Testing;
using Utvardering.Ingestion;
using Utvardering.Jobs.Tests.Store;
using Utvardering.Pipeline.Jobs;
using Utvardering.Pipeline.Jobs.Running;
using Utvardering.Pipeline.Jobs.States;
using Utvardering.Pipeline.Runs;
using Utvardering.Testing;
using Utvardering.Warehouse;

namespace Utvardering.Jobs.Tests.Running;

public sealed class JobWorkerTests(Stores stores) : IClassFixture<Stores>
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_run_s_steps_lines_counts_and_files_are_kept()
    {
        var node = await TestNode.OfAsync(stores, "sqlite", clock, (context, _) =>
        {
            context.Progress.Report(new RunStep("ingest", "page 1", Done: false));
            context.Progress.Report(new RunStep("ingest", "a guess was made", Done: true) { IsWarning = true });
            context.Progress.Report(new RunStep("ingest", "2 rows", Done: true));
            context.Progress.Report(new RunStep("warehouse", "12 models", Done: true) { Sv = "12 modeller" });
            return Task.FromResult(new JobResult
            {
                Counts = new() { Bytes = 10, RowsIn = 3, RowsAccepted = 2, FilesRefused = 0, VintagesMade = 1 },
                Inputs = [new("https://a", "1f")],
                Outputs = [new("d/s/v", "2f")],
                Next = ["next"],
            });
        });
        var id = await node.AskAsync("job");

        Assert.True(await node.Worker.StepAsync(None));

        var report = await RunReport.OfAsync(node.Log, await node.RunAsync(id), None);
        Assert.Equal((RunState.Succeeded, 1, "node", "test"), (report.Run.State, report.Run.Attempt, report.Run.Node, report.Run.CausedBy));
        Assert.Equal(new JobCounts { Bytes = 10, RowsIn = 3, RowsAccepted = 2, FilesRefused = 0, VintagesMade = 1 }, report.Run.Counts);
        Assert.Equal([("ingest", "2 rows"), ("warehouse", "12 models")], report.Steps.Select(step => (step.Name, step.Text)));
        Assert.All(report.Steps, step => Assert.NotNull(step.Ended));
        // In Swedish beside, where it is told in it.
        Assert.Equal([null, "12 modeller"], report.Steps.Select(step => step.Sv));
        Assert.Equal(("12 models", "12 modeller", "12 modeller"), (report.Run.Progress, report.Run.ProgressSv, report.Log[^1].Sv));
        Assert.Equal(["info page 1", "warning a guess was made", "info 2 rows", "info 12 models"], report.Log.Select(line => $"{line.Level} {line.Text}"));
        Assert.Equal((new JobFile("https://a", "1f"), new JobFile("d/s/v", "2f")), (Assert.Single(report.Inputs), Assert.Single(report.Outputs)));
        Assert.Equal((RunCause.Inputs, "job"), (await node.Log.NewestAsync("next", 1, None)) is [var next] ? (next.Cause, next.CausedBy) : default);
    }

    public static TheoryData<string, Exception, FaultKind, int> Faults() => new()
    {
        // Tried five times more, then parked.
        { "a source that is down", new SourceException("503", fault: SourceFault.Transient), FaultKind.Passing, 6 },
        { "figures that changed while they were read", new SourceException("changed", fault: SourceFault.Changed), FaultKind.Passing, 6 },
        { "a held data root", new InputException("held") { Passes = true }, FaultKind.Passing, 6 },
        { "a full disk", new IOException("no space"), FaultKind.Storage, 3 },
        { "an answer that is none", new SourceException("html"), FaultKind.WrongAnswer, 1 },
        { "a source that says no", new SourceException("403", fault: SourceFault.Refused), FaultKind.RefusedByThem, 1 },
        { "a broken definition", new InputException("line 3"), FaultKind.Definition, 1 },
        { "a fault of ours", new InvalidOperationException("bug"), FaultKind.Program, 2 },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_tried_again_as_often_as_its_kind_says_and_then_parked(string what, Exception thrown, FaultKind kind, int attempts)
    {
        var begun = 0;
        var node = await TestNode.OfAsync(stores, "sqlite", clock, (_, _) =>
        {
            begun++;
            throw thrown;
        });
        var id = await node.AskAsync("job");

        for (var step = 0; step < 20; step++)
        {
            await node.Worker.StepAsync(None);
            clock.Advance(TimeSpan.FromHours(5));
        }

        var run = await node.RunAsync(id);
        Assert.True(begun == attempts, $"{what}: {begun} attempts");
        Assert.Equal((RunState.Parked, kind, attempts), (run.State, run.Fault, run.Attempt));
        Assert.Contains(thrown.Message, run.Error, StringComparison.Ordinal);
        Assert.NotNull((await RunReport.OfAsync(node.Log, run, None)).Remedy);
    }

    [Fact]
    public async Task A_source_that_asks_for_time_gets_it()
    {
        var until = clock.GetUtcNow().AddHours(3);
        var node = await TestNode.OfAsync(stores, "sqlite", clock, (_, _) => throw new SourceException("429", fault: SourceFault.Transient) { NotBefore = until });
        var id = await node.AskAsync("job");

        await node.Worker.StepAsync(None);

        var run = await node.RunAsync(id);
        Assert.Equal((RunState.Waiting, until), (run.State, run.NotBefore));
    }

    [Fact]
    public async Task A_refused_file_parks_the_run_with_what_it_did_get()
    {
        var node = await TestNode.OfAsync(stores, "sqlite", clock, (_, _) => Task.FromResult(new JobResult
        {
            Counts = new() { Bytes = 5, FilesRefused = 1 },
            Refusal = new(FaultKind.RefusedFile, "1 file(s) were refused"),
        }));
        var id = await node.AskAsync("job");

        await node.Worker.StepAsync(None);

        var run = await node.RunAsync(id);
        Assert.Equal((RunState.Parked, 1L, 1), (run.State, run.Counts.FilesRefused, run.Attempt));
    }

    [Fact]
    public async Task A_definition_with_a_fault_stops_its_own_job_alone()
    {
        var database = await stores.NewAsync("sqlite");
        var broken = Stores.Job("broken") with { Fault = new InputException("pipelines/sources/broken.yaml:3: …") };
        var node = new TestNode(database, clock, null, broken, Stores.Job("whole"));
        var (first, second) = (await node.AskAsync("broken"), await node.AskAsync("whole"));

        await node.Worker.StepAsync(None);
        await node.Worker.StepAsync(None);

        Assert.Equal((RunState.Parked, RunState.Succeeded), ((await node.RunAsync(first)).State, (await node.RunAsync(second)).State));
        Assert.Contains("broken.yaml:3", (await node.RunAsync(first)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cancels_stops_the_work_and_the_run_says_so()
    {
        var begun = Signal();
        var node = await TestNode.OfAsync(stores, "sqlite", clock, async (_, stop) =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, stop);
            return new();
        });
        var id = await node.AskAsync("job");
        var step = node.Worker.StepAsync(None);
        await begun.Task;

        Assert.True(await node.Queue.CancelAsync(id, None));
        await step;

        Assert.Equal(RunState.Cancelled, (await node.RunAsync(id)).State);
    }

    [Fact]
    public async Task A_program_that_stops_hands_its_run_back_and_the_next_carries_it_out()
    {
        var begun = Signal();
        var node = await TestNode.OfAsync(stores, "sqlite", clock, async (_, stop) =>
        {
            if (begun.TrySetResult())
            {
                await Task.Delay(Timeout.Infinite, stop);
            }

            return new();
        });
        var id = await node.AskAsync("job");
        await node.Worker.StartAsync(None);
        await begun.Task;
        await node.Worker.StopAsync(None);
        Assert.Equal(RunState.Queued, (await node.RunAsync(id)).State);

        Assert.True(await node.Worker.StepAsync(None));
        var run = await node.RunAsync(id);
        Assert.Equal((RunState.Succeeded, 2), (run.State, run.Attempt));
    }

    [FactNeeding("postgres")]
    public async Task A_step_that_does_not_heed_the_stop_is_handed_back_at_its_limit_and_can_t_publish_any_more()
    {
        var (begun, released, refused) = (Signal(), Signal(), new TaskCompletionSource<Exception?>(TaskCreationOptions.RunContinuationsAsynchronously));
        var database = await stores.NewAsync("postgres");
        var node = new TestNode(database, clock, options => options with { StopLimit = TimeSpan.FromMilliseconds(100) }, Stores.Job("job", async (context, _) =>
        {
            begun.TrySetResult();
            await released.Task;
            refused.SetResult(Record.Exception(context.Lease!.Confirm));
            return new();
        }));
        var id = await node.AskAsync("job");
        await node.Worker.StartAsync(None);
        await begun.Task;

        await node.Worker.StopAsync(None);
        Assert.Equal(RunState.Queued, (await node.RunAsync(id)).State);
        released.SetResult();

        Assert.IsType<LeaseLostException>(await refused.Task);
    }

    [FactNeeding("postgres")]
    public async Task A_node_whose_lease_ran_out_is_stopped_may_not_publish_and_changes_nothing_of_what_the_other_did()
    {
        var (begun, taken) = (Signal(), Signal());
        Exception? refused = null;
        var database = await stores.NewAsync("postgres");
        // It renews so seldom that the lease runs out, as that of a machine that stands still.
        var slow = new TestNode(database, clock, options => options with { Hold = TimeSpan.FromMilliseconds(50), Renew = TimeSpan.FromHours(1) }, Stores.Job("job", async (context, _) =>
        {
            begun.SetResult();
            await taken.Task;
            refused = Record.Exception(context.Lease!.Confirm);
            throw refused!;
        }));
        var other = new TestNode(database, clock, options => options with { Hold = TimeSpan.FromMinutes(1) }, Stores.Job("job"));
        var id = await slow.AskAsync("job");
        var step = slow.Worker.StepAsync(None);
        await begun.Task;
        while (!await other.Worker.StepAsync(None))
        {
            await Task.Delay(10, None);
        }

        taken.SetResult();
        await step;

        Assert.IsType<LeaseLostException>(refused);
        var runs = await other.Log.NewestAsync("job", 10, None);
        Assert.Equal([RunState.Succeeded, RunState.Interrupted], runs.OrderBy(run => run.RunId == id).Select(run => run.State));
    }

    // What waits for it goes on by itself, and not within whoever gives it.
    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
