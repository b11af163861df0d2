using Microsoft.Extensions.Time.Testing;
using Utvardering.Pipeline.Jobs;
using Utvardering.Pipeline.Jobs.Catalogue;
using Utvardering.Pipeline.Jobs.Running;
using Utvardering.Pipeline.Jobs.States;
using Utvardering.Pipeline.Jobs.Store;

namespace Utvardering.Portal.Tests.Made;

/// <summary>Runs of days gone by, put into the log the way a node puts them.</summary>
internal sealed class MadeHistory(TestPortal portal)
{
    private static readonly TimeSpan Hold = TimeSpan.FromHours(1);

    /// <summary>A run that began at a time and ended so.</summary>
    public async Task<string> EndedAsync(
        string job, DateTimeOffset at, RunState state, JobCounts counts, (string Step, string Text, double Seconds)[] steps, RunCause cause = RunCause.Schedule, string? by = null, JobFault? fault = null,
        JobFile[]? read = null, JobFile[]? made = null)
    {
        var (queue, run, clock) = await BegunAsync(job, at, steps, cause, by);
        await portal.Get<RunLog>().KeepFilesAsync(run.Run.RunId, read ?? [], made ?? [], CancellationToken.None);
        await queue.EndAsync(run, state, counts, fault, state == RunState.Waiting ? clock.GetUtcNow() + TimeSpan.FromHours(4) : null, CancellationToken.None);
        return run.Run.RunId;
    }

    /// <summary>A run that goes on; its last step has not ended.</summary>
    public async Task<string> RunningAsync(string job, DateTimeOffset at, (string Step, string Text, double Seconds)[] steps, RunCause cause, string? by) => (await BegunAsync(job, at, steps, cause, by, goesOn: true)).Run.Run.RunId;

    /// <summary>A run that waits for its turn.</summary>
    public Task<string?> QueuedAsync(string job, DateTimeOffset at, RunCause cause, string? by) =>
        new RunQueue(portal.Get<JobDatabase>(), new FakeTimeProvider(at)).EnqueueAsync(portal.Get<JobCatalog>().Find(job), cause, by, null, CancellationToken.None);

    private async Task<(RunQueue Queue, ClaimedRun Run, FakeTimeProvider Clock)> BegunAsync(
        string job, DateTimeOffset at, (string Step, string Text, double Seconds)[] steps, RunCause cause, string? by, bool goesOn = false)
    {
        var clock = new FakeTimeProvider(at);
        var queue = new RunQueue(portal.Get<JobDatabase>(), clock);
        await queue.EnqueueAsync(portal.Get<JobCatalog>().Find(job), cause, by, null, CancellationToken.None);
        var run = (await queue.ClaimAsync("nod-1", Hold, 3, CancellationToken.None))!;
        var (told, lines) = (new List<(int, RunLogStep)>(), new List<RunLogLine>());
        foreach (var (step, text, seconds) in steps)
        {
            var begun = clock.GetUtcNow();
            lines.Add(new(lines.Count + 1, begun, text.Contains("skipped", StringComparison.Ordinal) ? "warning" : "info", step, text));
            clock.Advance(TimeSpan.FromSeconds(seconds));
            var isLast = goesOn && told.Count == steps.Length - 1;
            told.Add((told.Count + 1, new(1, step, begun, isLast ? null : clock.GetUtcNow(), text)));
        }

        await portal.Get<RunLog>().KeepAsync(run, new(steps[^1].Step, steps[^1].Text, null, told, lines), CancellationToken.None);
        return (queue, run, clock);
    }
}
