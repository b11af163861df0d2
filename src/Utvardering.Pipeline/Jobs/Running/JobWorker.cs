using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Utvardering.Pipeline.Jobs.Catalogue;
using Utvardering.Pipeline.Jobs.States;
using Utvardering.Pipeline.Jobs.Store;
using Utvardering.Pipeline.Runs;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Pipeline.Jobs.Running;

/// <summary>A node's work: takes the run that is next, carries it out, and says how it went; one at a time, since each of them writes.</summary>
public sealed class JobWorker(JobDatabase database, RunQueue queue, RunLog log, JobCatalog catalog, WorkerOptions options, TimeProvider clock, ILogger<JobWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromHours(24);
    private DateTimeOffset forgot = DateTimeOffset.MinValue;
    private readonly DateTimeOffset started = clock.GetUtcNow();

    /// <summary>Does the run that is next, if there is one and no other node writes.</summary>
    /// <returns>False: there was nothing to do.</returns>
    public async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        var claimed = await queue.ClaimAsync(options.Node, options.Hold, options.Retries.MostInterruptions, cancellationToken);
        if (claimed is null)
        {
            return false;
        }

        await CarryOutAsync(claimed, cancellationToken);
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await log.SeeAsync(options.Node, started, ProgramVersion.Current, stoppingToken);
                await ForgetAsync(stoppingToken);
                if (!await StepAsync(stoppingToken))
                {
                    await Task.Delay(options.Poll, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (StoreFaults.IsAway(fault))
            {
                StoreFaults.Away(logger, fault.Message);
                await Task.Delay(options.Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task CarryOutAsync(ClaimedRun claimed, CancellationToken stopping)
    {
        var (run, watch) = (claimed.Run, Stopwatch.StartNew());
        using var scope = logger.BeginScope(new Dictionary<string, object> { ["RunId"] = run.RunId, ["Job"] = run.Job, ["Node"] = options.Node });
        using var activity = JobTelemetry.Begin(run, options.Node);
        WorkerLog.Begun(logger, run.Job, run.RunId, run.Attempt);
        var (lines, steps) = await log.CountAsync(run.RunId, CancellationToken.None);
        var told = new RunReporter(run.Attempt, lines, steps, clock);
        using var keeper = new LeaseKeeper(claimed, told, queue, log, options, logger);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping, keeper.Stop);
        keeper.Begin();
        var work = Task.Run(() => WorkAsync(run, keeper.Fence, told, stop.Token), CancellationToken.None);
        if (!await EndsInTimeAsync(work, stopping))
        {
            told.Line("warning", "The program stops, and the step did not end within its limit: the run is handed back.", "Programmet stannar och steget hann inte klart: körningen lämnas tillbaka.");
            try
            {
                await keeper.EndAsync();
                await queue.HandBackAsync(claimed, CancellationToken.None);
            }
            catch (Exception away) when (StoreFaults.IsAway(away))
            {
                // There is no time to wait for the store: the lease runs out, and the run shows as interrupted.
                StoreFaults.Away(logger, away.Message);
            }

            return;
        }

        var (to, counts, fault, again) = await JudgeAsync(work, claimed, keeper, told, stopping);
        var own = !keeper.IsLost;
        await PersistAsync(async () =>
        {
            await keeper.EndAsync();
            if (to == RunState.Queued)
            {
                await queue.HandBackAsync(claimed, CancellationToken.None);
            }
            else
            {
                own = own && await queue.EndAsync(claimed, to, counts, fault, again, CancellationToken.None);
            }
        });
        WorkerLog.Ended(logger, run.Job, run.RunId, own ? RunMoves.Name(to) : "lost to another node", fault?.Reason);
        JobTelemetry.End(activity, run, own ? to : RunState.Interrupted, counts, watch.Elapsed);
    }

    private async Task<JobResult> WorkAsync(JobRun run, WriterFence fence, RunReporter told, CancellationToken stop)
    {
        var job = catalog.Find(run.Job);
        return job.Fault is { } fault
            ? throw fault
            : await job.Work(new JobContext(run.RunId, database.IsShared ? fence : null, told), stop);
    }

    private async Task<(RunState To, JobCounts Counts, JobFault? Fault, DateTimeOffset? Again)> JudgeAsync(
        Task<JobResult> work, ClaimedRun claimed, LeaseKeeper keeper, RunReporter told, CancellationToken stopping)
    {
        try
        {
            var result = await work;
            await PersistAsync(() => FollowAsync(claimed.Run, result));
            return result.Refusal is { } refusal ? (RunState.Parked, result.Counts, refusal, null) : (RunState.Succeeded, result.Counts, null, null);
        }
        catch (OperationCanceledException stopped) when (stopped is LeaseLostException || keeper.IsLost)
        {
            return (RunState.Interrupted, new(), null, null);
        }
        catch (OperationCanceledException) when (keeper.IsCancelAsked)
        {
            told.Line("warning", "Cancelled by a person. Nothing half-made was left.", "Avbruten av en person. Inget halvt har lämnats kvar.");
            return (RunState.Cancelled, new(), null, null);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            told.Line("info", "The program stops: the run is handed back.", "Programmet stannar: körningen lämnas tillbaka.");
            return (RunState.Queued, new(), null, null);
        }
#pragma warning disable CA1031 // Whatever a job throws is judged, told and kept: the node goes on with the others.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            var fault = JobFault.Of(thrown);
            told.Line("error", fault.Kind == FaultKind.Program ? thrown.ToString() : fault.Reason, fault.ReasonSv);
            var again = options.Retries.Next(fault, claimed.Run.Attempt, clock.GetUtcNow());
            return (again is null ? RunState.Parked : RunState.Waiting, new(), fault, again);
        }
    }

    private async Task FollowAsync(JobRun run, JobResult result)
    {
        await log.KeepFilesAsync(run.RunId, result.Inputs, result.Outputs, CancellationToken.None);
        foreach (var next in result.Next)
        {
            await queue.EnqueueAsync(catalog.Find(next), RunCause.Inputs, run.Job, null, CancellationToken.None);
        }
    }

    /// <summary>A run that was carried out is told as such, however long the store is away; only the end of the process hinders it, and then it shows as interrupted and is done again.</summary>
    private async Task PersistAsync(Func<Task> keep)
    {
        while (true)
        {
            try
            {
                await keep();
                return;
            }
            catch (Exception fault) when (StoreFaults.IsAway(fault))
            {
                StoreFaults.Away(logger, fault.Message);
                await Task.Delay(options.Poll, CancellationToken.None);
            }
        }
    }

    private async Task<bool> EndsInTimeAsync(Task work, CancellationToken stopping)
    {
        var stopped = new TaskCompletionSource();
        await using var registration = stopping.Register(() => stopped.TrySetResult());
        await Task.WhenAny(work, stopped.Task);
        return work.IsCompleted || await Task.WhenAny(work, Task.Delay(options.StopLimit, CancellationToken.None)) == work;
    }

    private async Task ForgetAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now - forgot >= ForgetEvery)
        {
            forgot = now;
            await log.ForgetAsync(now - options.Memory, cancellationToken);
        }
    }
}
