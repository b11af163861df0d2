using Microsoft.Extensions.Time.Testing;
using Utvardering.Pipeline.Jobs;
using Utvardering.Pipeline.Jobs.Running;
using Utvardering.Pipeline.Jobs.States;
using Utvardering.Pipeline.Jobs.Store;
using Utvardering.Testing;
using Utvardering.Warehouse;

namespace Utvardering.Jobs.Tests.Store;

/// <summary>The queue on both stores: what it promises does not depend on which.</summary>
public sealed class RunQueueTests(Stores stores) : IClassFixture<Stores>
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero));

    [TheoryNeeding("postgres")]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task One_of_a_kind_waits_and_a_cause_asks_only_once(string kind)
    {
        var (queue, _) = await QueueAsync(kind);
        var job = Stores.Job("a");

        Assert.NotNull(await queue.EnqueueAsync(job, RunCause.Schedule, null, "a at 1", None));
        Assert.Null(await queue.EnqueueAsync(job, RunCause.Person, "kim", null, None));
        var run = await queue.ClaimAsync("n", Long, 3, None);
        await queue.EndAsync(run!, RunState.Succeeded, new(), null, null, None);
        Assert.Null(await queue.EnqueueAsync(job, RunCause.Schedule, null, "a at 1", None));
        Assert.NotNull(await queue.EnqueueAsync(job, RunCause.Schedule, null, "a at 2", None));
    }

    [TheoryNeeding("postgres")]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Whoever_claims_holds_the_lease_until_the_run_ends_and_its_fence_grows(string kind)
    {
        var (queue, _) = await QueueAsync(kind);
        await queue.EnqueueAsync(Stores.Job("a"), RunCause.Person, null, null, None);
        clock.Advance(TimeSpan.FromSeconds(1));
        await queue.EnqueueAsync(Stores.Job("b"), RunCause.Person, null, null, None);

        var first = await queue.ClaimAsync("one", Long, 3, None);
        Assert.Null(await queue.ClaimAsync("two", Long, 3, None));
        Assert.True(await queue.EndAsync(first!, RunState.Succeeded, new(), null, null, None));
        var second = await queue.ClaimAsync("two", Long, 3, None);

        Assert.Equal(("a", "b"), (first!.Run.Job, second!.Run.Job));
        Assert.True(second.Fence > first.Fence);
        Assert.Equal((false, false), await queue.RenewAsync(first, "one", Long, None));
        Assert.Equal((true, false), await queue.RenewAsync(second, "two", Long, None));
    }

    [TheoryNeeding("postgres")]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Of_twenty_that_claim_at_once_each_run_is_one_s(string kind)
    {
        var (queue, log) = await QueueAsync(kind);
        for (var i = 0; i < 5; i++)
        {
            await queue.EnqueueAsync(Stores.Job("j" + i), RunCause.Person, null, null, None);
        }

        var done = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(node => Task.Run(async () =>
        {
            for (var tries = 0; tries < 200 && done.Count < 5; tries++)
            {
                if (await queue.ClaimAsync("n" + node, Long, 3, None) is { } run)
                {
                    done.Add(run.Run.RunId);
                    Assert.True(await queue.EndAsync(run, RunState.Succeeded, new(), null, null, None));
                }
            }
        })));

        Assert.Equal(5, done.Distinct().Count());
        Assert.Equal(5, done.Count);
        Assert.All(await log.NewestAsync(null, 10, None), run => Assert.Equal((RunState.Succeeded, 1), (run.State, run.Attempt)));
    }

    [TheoryNeeding("postgres")]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_lease_that_ran_out_is_taken_over_its_run_shows_as_interrupted_and_is_done_again(string kind)
    {
        var (queue, log) = await QueueAsync(kind);
        var asked = await queue.EnqueueAsync(Stores.Job("a"), RunCause.Schedule, null, "t", None);
        var dead = (await queue.ClaimAsync("dead", TimeSpan.Zero, 3, None))!;
        await Task.Delay(20, None);

        var again = (await queue.ClaimAsync("alive", Long, 3, None))!;

        Assert.Equal((asked, RunCause.Interruption), (again.Run.Follows, again.Run.Cause));
        var interrupted = (await log.FindAsync(asked!, None))!;
        Assert.Equal(RunState.Interrupted, interrupted.State);
        Assert.Contains("The node dead died", interrupted.Error, StringComparison.Ordinal);
        // Whoever was cut off can end nothing and holds nothing any more.
        Assert.False(await queue.EndAsync(dead, RunState.Succeeded, new(), null, null, None));
        Assert.False(await log.KeepAsync(dead, new("ingest", "x", null, [], []), None));
        Assert.Equal((true, false), await queue.RenewAsync(again, "alive", Long, None));
        Assert.Equal(RunState.Interrupted, (await log.FindAsync(asked!, None))!.State);
    }

    [TheoryNeeding("postgres")]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task What_kills_its_node_three_times_in_a_row_is_parked(string kind)
    {
        var (queue, log) = await QueueAsync(kind);
        await queue.EnqueueAsync(Stores.Job("a"), RunCause.Person, null, null, None);
        for (var i = 0; i < 3; i++)
        {
            Assert.NotNull(await queue.ClaimAsync("n", TimeSpan.Zero, 3, None));
            await Task.Delay(20, None);
        }

        Assert.Null(await queue.ClaimAsync("n", Long, 3, None));

        var runs = await log.NewestAsync("a", 10, None);
        Assert.Equal(3, runs.Count(run => run.State == RunState.Interrupted));
        Assert.Equal(FaultKind.Interruptions, Assert.Single(runs, run => run.State == RunState.Parked).Fault);
    }

    [TheoryNeeding("postgres")]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_run_that_waits_is_not_taken_before_its_time(string kind)
    {
        var (queue, _) = await QueueAsync(kind);
        await queue.EnqueueAsync(Stores.Job("a"), RunCause.Person, null, null, None);
        var run = await queue.ClaimAsync("n", Long, 3, None);
        await queue.EndAsync(run!, RunState.Waiting, new(), new(FaultKind.Passing, "503"), clock.GetUtcNow().AddMinutes(5), None);

        clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Null(await queue.ClaimAsync("n", Long, 3, None));
        clock.Advance(TimeSpan.FromMinutes(1));
        var again = await queue.ClaimAsync("n", Long, 3, None);

        Assert.Equal((run!.Run.RunId, 2), (again!.Run.RunId, again.Run.Attempt));
        Assert.Null(again.Run.Error);
    }

    [TheoryNeeding("postgres")]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_draft_waits_until_the_sources_are_in(string kind)
    {
        var (queue, _) = await QueueAsync(kind);
        await queue.EnqueueAsync(Stores.Job("draft", rank: 1), RunCause.Inputs, null, null, None);
        clock.Advance(TimeSpan.FromSeconds(1));
        await queue.EnqueueAsync(Stores.Job("kolada"), RunCause.Schedule, null, null, None);

        Assert.Equal("kolada", (await queue.ClaimAsync("n", Long, 3, None))!.Run.Job);
    }

    [TheoryNeeding("postgres")]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task What_waits_is_cancelled_at_once_and_what_runs_is_asked_to_stop(string kind)
    {
        var (queue, log) = await QueueAsync(kind);
        var waiting = await queue.EnqueueAsync(Stores.Job("a"), RunCause.Person, null, null, None);
        Assert.True(await queue.CancelAsync(waiting!, None));
        Assert.Equal(RunState.Cancelled, (await log.FindAsync(waiting!, None))!.State);
        Assert.False(await queue.CancelAsync(waiting!, None));

        await queue.EnqueueAsync(Stores.Job("a"), RunCause.Person, null, null, None);
        var run = (await queue.ClaimAsync("n", Long, 3, None))!;
        Assert.True(await queue.CancelAsync(run.Run.RunId, None));
        Assert.Equal((true, true), await queue.RenewAsync(run, "n", Long, None));
        Assert.Equal(RunState.Running, (await log.FindAsync(run.Run.RunId, None))!.State);
    }

    [TheoryNeeding("postgres")]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_run_that_was_handed_back_is_taken_again_and_gives_way_to_one_that_waits(string kind)
    {
        var (queue, log) = await QueueAsync(kind);
        await queue.EnqueueAsync(Stores.Job("a"), RunCause.Person, null, null, None);
        var run = (await queue.ClaimAsync("n", Long, 3, None))!;
        await queue.HandBackAsync(run, None);
        var again = (await queue.ClaimAsync("m", Long, 3, None))!;
        Assert.Equal((run.Run.RunId, 2), (again.Run.RunId, again.Run.Attempt));

        var other = await queue.EnqueueAsync(Stores.Job("a"), RunCause.Person, null, null, None);
        await queue.HandBackAsync(again, None);
        Assert.Equal(RunState.Cancelled, (await log.FindAsync(again.Run.RunId, None))!.State);
        Assert.Equal(other, (await queue.ClaimAsync("m", Long, 3, None))!.Run.RunId);
    }

    [TheoryNeeding("postgres")]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Only_what_went_wrong_is_retried_and_the_new_run_knows_the_old(string kind)
    {
        var (queue, log) = await QueueAsync(kind);
        var job = Stores.Job("a");
        await queue.EnqueueAsync(job, RunCause.Person, null, null, None);
        var run = (await queue.ClaimAsync("n", Long, 3, None))!;
        await Assert.ThrowsAsync<InputException>(() => queue.RetryAsync(run.Run, job, "kim", None));
        await queue.EndAsync(run, RunState.Parked, new() { FilesRefused = 2 }, new(FaultKind.RefusedFile, "two files"), null, None);

        var parked = (await log.FindAsync(run.Run.RunId, None))!;
        Assert.Equal((RunState.Parked, 2L, FaultKind.RefusedFile, "two files"), (parked.State, parked.Counts.FilesRefused, parked.Fault, parked.Error));
        var retry = (await log.FindAsync((await queue.RetryAsync(parked, job, "kim", None))!, None))!;
        Assert.Equal((RunCause.Person, "kim", parked.RunId), (retry.Cause, retry.CausedBy, retry.Follows));
    }

    [TheoryNeeding("postgres")]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Old_runs_are_forgotten_but_for_the_last_of_each_job(string kind)
    {
        var (queue, log) = await QueueAsync(kind);
        for (var day = 0; day < 5; day++)
        {
            await queue.EnqueueAsync(Stores.Job("a"), RunCause.Person, null, null, None);
            var run = (await queue.ClaimAsync("n", Long, 3, None))!;
            await log.KeepAsync(run, new("s", "t", null, [(1, new(1, "s", clock.GetUtcNow(), null, "t"))], [new(1, clock.GetUtcNow(), "info", "s", "t")]), None);
            await log.KeepFilesAsync(run.Run.RunId, [new("in", "1")], [new("out", "2")], None);
            await queue.EndAsync(run, RunState.Succeeded, new(), null, null, None);
            clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(3, await log.ForgetAsync(clock.GetUtcNow().AddDays(-2.5), None));
        Assert.Equal(2, (await log.NewestAsync(null, 10, None)).Count);
        Assert.Equal(1, await log.ForgetAsync(clock.GetUtcNow().AddDays(400), None));
        var last = Assert.Single(await log.NewestAsync(null, 10, None));
        Assert.Equal(("t", "in", "out"), (Assert.Single(await log.LinesAsync(last.RunId, 0, None)).Text, Assert.Single(await log.FilesAsync(last.RunId, false, None)).Name, Assert.Single(await log.FilesAsync(last.RunId, true, None)).Name));
    }

    private async Task<(RunQueue Queue, RunLog Log)> QueueAsync(string kind)
    {
        var database = await stores.NewAsync(kind);
        return (new RunQueue(database, clock), new RunLog(database));
    }
}
