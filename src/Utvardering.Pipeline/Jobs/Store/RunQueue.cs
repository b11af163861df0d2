using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Utvardering.Pipeline.Jobs.Running;
using Utvardering.Pipeline.Jobs.States;
using Utvardering.Warehouse;

namespace Utvardering.Pipeline.Jobs.Store;

/// <summary>Runs that are asked for, taken by a node, and ended. A run is held by the node that holds the writer's lease it was taken with.</summary>
/// <param name="database">The store.</param>
/// <param name="clock">Of queueing and of waits; the lease goes by the database's own clock, which all nodes share.</param>
public sealed class RunQueue(JobDatabase database, TimeProvider clock)
{
    private static readonly string Queued = RunMoves.Name(RunState.Queued);
    private static readonly string Running = RunMoves.Name(RunState.Running);
    private static readonly string Waiting = RunMoves.Name(RunState.Waiting);

    /// <summary>Asks for a run. One of a kind waits at a time: where one does already, nothing is added.</summary>
    /// <param name="job">The job.</param>
    /// <param name="cause">Why.</param>
    /// <param name="causedBy">Who or what; null: the clock.</param>
    /// <param name="causeKey">What asks only once, such as a job's scheduled time; null: asks each time.</param>
    /// <returns>The new run, or null where one waits already or the same cause has asked before.</returns>
    public async Task<string?> EnqueueAsync(Job job, RunCause cause, string? causedBy, string? causeKey, CancellationToken cancellationToken)
        => await database.TransactAsync(connection => AddAsync(connection, job.Name, job.Rank, cause, causedBy, causeKey, null, cancellationToken), cancellationToken);

    /// <summary>
    /// Takes the writer's lease and the run that is next. Runs whose node no longer holds the lease are interrupted, and done again by a
    /// run of their own.
    /// </summary>
    /// <param name="node">Who takes it.</param>
    /// <param name="hold">How long the lease lasts without being renewed.</param>
    /// <param name="mostInterruptions">A run interrupted so many times in a row is parked.</param>
    /// <returns>Null: another node writes, or nothing waits.</returns>
    public async Task<ClaimedRun?> ClaimAsync(string node, TimeSpan hold, int mostInterruptions, CancellationToken cancellationToken)
        => await SomethingToDoAsync(cancellationToken)
            ? await database.TransactAsync(connection => ClaimAsync(connection, node, hold, mostInterruptions, cancellationToken), cancellationToken)
            : null;

    /// <summary>Keeps the lease, and says whether someone asked that the run be stopped.</summary>
    /// <returns>False for <c>Holds</c>: another has it.</returns>
    public async Task<(bool Holds, bool CancelAsked)> RenewAsync(ClaimedRun run, string node, TimeSpan hold, CancellationToken cancellationToken)
    {
        var holds = await database.ExecuteAsync(
            $"update job_lease set until = {database.Now} + @hold where name = 'writer' and holder = @node and fence = @fence",
            [("hold", (long)hold.TotalMilliseconds), ("node", node), ("fence", run.Fence)],
            cancellationToken) == 1;
        var asked = await database.QueryAsync("select cancel_asked from job_run where run_id = @run", row => row.GetInt32(0) != 0, [("run", run.Run.RunId)], cancellationToken);
        return (holds, asked is [true]);
    }

    /// <summary>Ends a run that this node still holds, and lets the lease go.</summary>
    /// <returns>False: it is no longer this node's, and stays as whoever took it over left it.</returns>
    public async Task<bool> EndAsync(ClaimedRun run, RunState to, JobCounts counts, JobFault? fault, DateTimeOffset? again, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await database.TransactAsync(
            async connection =>
            {
                var moved = await connection.ExecuteAsync(
                    """
                    update job_run set state = @state, ended = @ended, not_before = @again, bytes = @bytes, rows_in = @rows_in, rows_accepted = @rows_accepted,
                        files_refused = @files_refused, vintages_made = @vintages_made, fault = @fault, error = @error, error_sv = @error_sv, cancel_asked = 0
                    where run_id = @run and state = 'running' and fence = @fence_number
                    """,
                    [
                        ("state", RunMoves.Checked(RunState.Running, to)), ("ended", to == RunState.Queued ? null : now), ("again", again),
                        ("bytes", counts.Bytes), ("rows_in", counts.RowsIn), ("rows_accepted", counts.RowsAccepted), ("files_refused", counts.FilesRefused), ("vintages_made", counts.VintagesMade),
                        ("fault", fault?.Kind.ToString()), ("error", fault?.Reason), ("error_sv", fault?.ReasonSv), ("run", run.Run.RunId), ("fence_number", run.Fence),
                    ],
                    cancellationToken);
                await connection.ExecuteAsync("update job_lease set holder = null, until = 0 where name = 'writer' and fence = @fence", [("fence", run.Fence)], cancellationToken);
                return moved == 1;
            },
            cancellationToken);
    }

    /// <summary>Hands a run back that the node has no time to end. Where another of the same job waits already, that one does it.</summary>
    public async Task HandBackAsync(ClaimedRun run, CancellationToken cancellationToken)
    {
        var waits = await database.QueryAsync("select 1 from job_run where job = @job and state = @queued", _ => true, [("job", run.Run.Job), ("queued", Queued)], cancellationToken);
        await EndAsync(run, waits.Count > 0 ? RunState.Cancelled : RunState.Queued, new(), null, null, cancellationToken);
    }

    /// <summary>Asks that a run be stopped: one that waits is at once, one that runs by its node.</summary>
    /// <returns>False: it has ended already, or there is none.</returns>
    public async Task<bool> CancelAsync(string runId, CancellationToken cancellationToken) => await database.TransactAsync(
        async connection =>
        {
            var now = clock.GetUtcNow();
            foreach (var from in new[] { RunState.Queued, RunState.Waiting })
            {
                if (await connection.ExecuteAsync(
                    "update job_run set state = @to, ended = @now where run_id = @run and state = @from",
                    [("to", RunMoves.Checked(from, RunState.Cancelled)), ("now", now), ("run", runId), ("from", RunMoves.Name(from))],
                    cancellationToken) == 1)
                {
                    return true;
                }
            }

            return await connection.ExecuteAsync("update job_run set cancel_asked = 1 where run_id = @run and state = 'running'", [("run", runId)], cancellationToken) == 1;
        },
        cancellationToken);

    /// <summary>Does a run again that ended, as a run of its own.</summary>
    /// <returns>The new run, or null where one of the job waits already.</returns>
    /// <exception cref="InputException">It has not ended, or did all it should.</exception>
    public async Task<string?> RetryAsync(JobRun run, Job job, string by, CancellationToken cancellationToken) => run.State is RunState.Parked or RunState.Interrupted or RunState.Cancelled
        ? await database.TransactAsync(connection => AddAsync(connection, job.Name, job.Rank, RunCause.Person, by, null, run.RunId, cancellationToken), cancellationToken)
        : throw new InputException($"Run {run.RunId} of {run.Job} is {RunMoves.Name(run.State)}: only what was parked, interrupted or cancelled is done again.");

    /// <summary>Says that no node works: what an earlier process of this machine held is free. Only where a lock says that there is no other.</summary>
    public Task FreeLeaseAsync(CancellationToken cancellationToken) =>
        database.ExecuteAsync("update job_lease set holder = null, until = 0 where name = 'writer'", [], cancellationToken);

    private async Task<bool> SomethingToDoAsync(CancellationToken cancellationToken)
    {
        var found = await database.QueryAsync(
            $"""
            select 1 from job_lease where name = 'writer' and until < {database.Now}
                and exists (select 1 from job_run where state = @running or (state in (@queued, @waiting) and (not_before is null or not_before <= @now)))
            """,
            _ => true,
            [("running", Running), ("queued", Queued), ("waiting", Waiting), ("now", clock.GetUtcNow())],
            cancellationToken);
        return found.Count > 0;
    }

    private async Task<ClaimedRun?> ClaimAsync(DbConnection connection, string node, TimeSpan hold, int mostInterruptions, CancellationToken cancellationToken)
    {
        var fence = await connection.QueryAsync(
            $"update job_lease set holder = @node, fence = fence + 1, until = {database.Now} + @hold where name = 'writer' and until < {database.Now} returning fence",
            row => row.GetInt64(0),
            [("node", node), ("hold", (long)hold.TotalMilliseconds)],
            cancellationToken);
        if (fence is not [var number])
        {
            return null;
        }

        await InterruptAsync(connection, mostInterruptions, cancellationToken);
        var now = clock.GetUtcNow();
        var taken = await connection.QueryAsync(
            $"""
            update job_run set state = '{Running}', node = @node, fence = @fence, started = @now, ended = null, not_before = null, attempt = attempt + 1,
                step = null, progress = null, progress_sv = null, fault = null, error = null, error_sv = null
            where run_id = (select run_id from job_run where state in (@queued, @waiting) and (not_before is null or not_before <= @now) order by rank, queued, run_id limit 1)
            returning {RunRows.Columns}
            """,
            RunRows.Run,
            [("node", node), ("fence", number), ("now", now), ("queued", Queued), ("waiting", Waiting)],
            cancellationToken);
        if (taken is [var run])
        {
            return new(run, number);
        }

        await connection.ExecuteAsync("update job_lease set holder = null, until = 0 where name = 'writer'", [], cancellationToken);
        return null;
    }

    // The lease was free: whatever still is called running has nobody who runs it.
    private async Task InterruptAsync(DbConnection connection, int mostInterruptions, CancellationToken cancellationToken)
    {
        var lost = await connection.QueryAsync(
            $"""
            update job_run set state = @interrupted, ended = @now,
                error = 'The node ' || node || ' died, was stopped, or was cut off from the store in the middle of this run. Nothing half-made was published.',
                error_sv = 'Noden ' || node || ' dog, stoppades eller förlorade kontakten med jobbens databas mitt i körningen. Inget halvt har publicerats.'
            where state = '{Running}' returning {RunRows.Columns}, rank
            """,
            row => (Run: RunRows.Run(row), Rank: row.GetInt32(row.FieldCount - 1)),
            [("interrupted", RunMoves.Checked(RunState.Running, RunState.Interrupted)), ("now", clock.GetUtcNow())],
            cancellationToken);
        foreach (var (run, rank) in lost)
        {
            if (run.CancelAsked)
            {
                continue;
            }

            var again = await AddAsync(connection, run.Job, rank, RunCause.Interruption, run.Node, null, run.RunId, cancellationToken);
            if (again is not null && await InterruptionsAsync(connection, run, cancellationToken) >= mostInterruptions)
            {
                await ParkAsync(connection, again, mostInterruptions, cancellationToken);
            }
        }
    }

    private static async Task<int> InterruptionsAsync(DbConnection connection, JobRun run, CancellationToken cancellationToken)
    {
        var (count, follows) = (1, run.Follows);
        while (follows is not null
            && await connection.QueryAsync("select follows from job_run where run_id = @run and state = 'interrupted'", row => RunRows.Text(row, 0), [("run", follows)], cancellationToken) is [var before])
        {
            (count, follows) = (count + 1, before);
        }

        return count;
    }

    // It goes the way of every run, at once: no state is left out.
    private async Task ParkAsync(DbConnection connection, string runId, int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await connection.ExecuteAsync("update job_run set state = @to, started = @now where run_id = @run", [("to", RunMoves.Checked(RunState.Queued, RunState.Running)), ("now", now), ("run", runId)], cancellationToken);
        await connection.ExecuteAsync(
            "update job_run set state = @to, ended = @now, fault = @fault, error = @error, error_sv = @error_sv where run_id = @run",
            [
                ("to", RunMoves.Checked(RunState.Running, RunState.Parked)), ("now", now), ("fault", FaultKind.Interruptions.ToString()), ("run", runId),
                ("error", string.Create(CultureInfo.InvariantCulture, $"The job was interrupted {most} times in a row, and is not begun again by itself.")),
                ("error_sv", string.Create(CultureInfo.InvariantCulture, $"Jobbet avbröts {most} gånger i rad och börjas inte om av sig självt.")),
            ],
            cancellationToken);
    }

    private async Task<string?> AddAsync(
        DbConnection connection, string job, int rank, RunCause cause, string? causedBy, string? causeKey, string? follows, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var run = string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyyMMdd'T'HHmmss}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}");
        return await connection.ExecuteAsync(
            """
            insert into job_run (run_id, job, rank, cause, caused_by, cause_key, follows, state, queued, attempt, cancel_asked)
            values (@run, @job, @rank, @cause, @caused_by, @cause_key, @follows, @state, @now, 0, 0)
            on conflict do nothing
            """,
            [("run", run), ("job", job), ("rank", rank), ("cause", cause.ToString()), ("caused_by", causedBy), ("cause_key", causeKey), ("follows", follows), ("state", Queued), ("now", now)],
            cancellationToken) == 1
            ? run
            : null;
    }
}
