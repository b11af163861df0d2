using Utvardering.Jobs.Tests.Store;
using Utvardering.Pipeline.Jobs.States;
using Utvardering.Pipeline.Jobs.Store;
using Utvardering.Pipeline.Runs;
using Utvardering.Testing;

namespace Utvardering.Jobs.Tests.Running;

/// <summary>A class of its own: it waits half a minute, beside the others.</summary>
public sealed class StoreAwayTests
{
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(30);
    private static readonly CancellationToken None = CancellationToken.None;

    [FactNeeding("postgres")]
    public async Task A_store_that_is_away_for_half_a_minute_in_the_middle_of_a_run_is_waited_for_and_the_run_ends_well()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var database = JobDatabase.Postgres(await server.NewDatabaseAsync());
        await database.PrepareAsync(None);
        var (begun, away) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var published = false;
        var node = new TestNode(database, TimeProvider.System, options => options with { Hold = TimeSpan.FromMilliseconds(200) }, Stores.Job("job", async (context, _) =>
        {
            begun.SetResult();
            await away.Task;
            context.Progress.Report(new RunStep("ingest", "told while the store was away", Done: true));
            context.Lease!.Confirm();
            published = true;
            return new();
        }));
        var id = await node.AskAsync("job");
        await node.Worker.StartAsync(None);
        await begun.Task;

        await server.EndAsync();
        away.SetResult();
        await Task.Delay(Away, None);
        Assert.False(published);
        await server.BeginAsync();
        while ((await node.RunAsync(id)).State == RunState.Running)
        {
            await Task.Delay(50, None);
        }

        await node.Worker.StopAsync(None);
        Assert.Equal((RunState.Succeeded, 1), ((await node.RunAsync(id)).State, (await node.RunAsync(id)).Attempt));
        Assert.True(published);
        Assert.Contains((await node.Log.LinesAsync(id, 0, None)), line => line.Text == "told while the store was away");
    }
}
