using Utvardering.Pipeline.Jobs.States;

namespace Utvardering.Pipeline.Jobs.Store;

/// <summary>What was run and how it went: read by commands and pages, written by the node that runs.</summary>
public sealed class RunLog(JobDatabase database)
{
    /// <summary>The newest runs, of one job or of all, newest first.</summary>
    public Task<List<JobRun>> NewestAsync(string? job, int most, CancellationToken cancellationToken) => database.QueryAsync(
        $"select {RunRows.Columns} from job_run {(job is null ? "" : "where job = @job ")}order by queued desc, run_id desc limit @most",
        RunRows.Run,
        job is null ? [("most", most)] : [("job", job), ("most", most)],
        cancellationToken);

    /// <summary>What runs, what waits for a node, and what waits to be tried again, in the order in which it will be done.</summary>
    public Task<List<JobRun>> OpenAsync(CancellationToken cancellationToken) => database.QueryAsync(
        $"select {RunRows.Columns} from job_run where state in ('running', 'queued', 'waiting') order by case state when 'running' then 0 when 'queued' then 1 else 2 end, rank, queued, run_id",
        RunRows.Run,
        [],
        cancellationToken);

    /// <summary>The last run of each job that has ended, by job.</summary>
    public async Task<IReadOnlyDictionary<string, JobRun>> LastEndedAsync(CancellationToken cancellationToken)
    {
        var runs = await database.QueryAsync(
            $"""
            select {RunRows.Columns} from job_run r where ended is not null and state not in ('waiting', 'cancelled') and not exists (
                select 1 from job_run later where later.job = r.job and later.ended is not null and later.state not in ('waiting', 'cancelled')
                    and (later.queued > r.queued or (later.queued = r.queued and later.run_id > r.run_id)))
            """,
            RunRows.Run,
            [],
            cancellationToken);
        return runs.ToDictionary(run => run.Job, StringComparer.Ordinal);
    }

    /// <summary>The run, or null where there is none.</summary>
    public async Task<JobRun?> FindAsync(string runId, CancellationToken cancellationToken) =>
        await database.QueryAsync($"select {RunRows.Columns} from job_run where run_id = @run", RunRows.Run, [("run", runId)], cancellationToken) is [var run] ? run : null;

    /// <summary>The run that does that one again, the newest if several; null: none.</summary>
    public async Task<JobRun?> FollowingAsync(string runId, CancellationToken cancellationToken) => (await database.QueryAsync(
        $"select {RunRows.Columns} from job_run where follows = @run order by queued desc, run_id desc limit 1", RunRows.Run, [("run", runId)], cancellationToken)).FirstOrDefault();

    /// <summary>The runs whose id begins so, newest first; at most ten.</summary>
    public Task<List<JobRun>> BeginningWithAsync(string beginning, CancellationToken cancellationToken) => database.QueryAsync(
        $"select {RunRows.Columns} from job_run where substr(run_id, 1, length(@beginning)) = @beginning order by queued desc, run_id desc limit 10",
        RunRows.Run,
        [("beginning", beginning)],
        cancellationToken);

    /// <summary>The run's steps, in order.</summary>
    public Task<List<RunLogStep>> StepsAsync(string runId, CancellationToken cancellationToken) => database.QueryAsync(
        "select attempt, name, started, ended, progress, progress_sv from job_step where run_id = @run order by number", RunRows.Step, [("run", runId)], cancellationToken);

    /// <summary>The run's lines after one of that number, in order.</summary>
    public Task<List<RunLogLine>> LinesAsync(string runId, int after, CancellationToken cancellationToken) => database.QueryAsync(
        "select number, time, level, step, line, line_sv from job_line where run_id = @run and number > @after order by number", RunRows.Line, [("run", runId), ("after", after)], cancellationToken);

    /// <summary>What the run read, or what it made.</summary>
    public Task<List<JobFile>> FilesAsync(string runId, bool made, CancellationToken cancellationToken) => database.QueryAsync(
        "select name, hash from job_file where run_id = @run and made = @made order by number",
        row => new JobFile(row.GetString(0), row.GetString(1)),
        [("run", runId), ("made", made ? 1 : 0)],
        cancellationToken);

    /// <summary>Which nodes were seen, and when.</summary>
    public Task<List<NodeSeen>> NodesAsync(CancellationToken cancellationToken) => database.QueryAsync(
        $"select node, started, seen, program, {database.Now} from job_node order by node",
        row => new NodeSeen(row.GetString(0), RunRows.Time(row, 1)!.Value, RunRows.Time(row, 2)!.Value, row.GetString(3), RunRows.Time(row, 4)!.Value - RunRows.Time(row, 2)!.Value),
        [],
        cancellationToken);

    /// <summary>Says that a node is there.</summary>
    public Task SeeAsync(string node, DateTimeOffset started, string program, CancellationToken cancellationToken) => database.ExecuteAsync(
        $"""
        insert into job_node (node, started, seen, program) values (@node, @started, {database.Now}, @program)
        on conflict (node) do update set started = excluded.started, seen = excluded.seen, program = excluded.program
        """,
        [("node", node), ("started", started), ("program", program)],
        cancellationToken);

    /// <summary>How many lines the run has.</summary>
    public async Task<(int Lines, int Steps)> CountAsync(string runId, CancellationToken cancellationToken) => (await database.QueryAsync(
        "select (select count(*) from job_line where run_id = @run), (select count(*) from job_step where run_id = @run)",
        row => (row.GetInt32(0), row.GetInt32(1)),
        [("run", runId)],
        cancellationToken))[0];

    /// <summary>Keeps what a run told since the last time.</summary>
    /// <returns>False: the run is no longer this node's; nothing was kept.</returns>
    public Task<bool> KeepAsync(ClaimedRun run, RunTold told, CancellationToken cancellationToken) => database.TransactAsync(
        async connection =>
        {
            if (await connection.ExecuteAsync(
                "update job_run set step = @step, progress = @progress, progress_sv = @progress_sv where run_id = @run and state = 'running' and fence = @fence",
                [("step", told.Step), ("progress", told.Progress), ("progress_sv", told.ProgressSv), ("run", run.Run.RunId), ("fence", run.Fence)],
                cancellationToken) != 1)
            {
                return false;
            }

            foreach (var (number, step) in told.Steps)
            {
                await connection.ExecuteAsync(
                    """
                    insert into job_step (run_id, number, attempt, name, started, ended, progress, progress_sv) values (@run, @number, @attempt, @name, @started, @ended, @progress, @progress_sv)
                    on conflict (run_id, number) do update set ended = excluded.ended, progress = excluded.progress, progress_sv = excluded.progress_sv
                    """,
                    [("run", run.Run.RunId), ("number", number), ("attempt", step.Attempt), ("name", step.Name), ("started", step.Started), ("ended", step.Ended), ("progress", step.Text), ("progress_sv", step.Sv)],
                    cancellationToken);
            }

            foreach (var line in told.Lines)
            {
                await connection.ExecuteAsync(
                    "insert into job_line (run_id, number, time, level, step, line, line_sv) values (@run, @number, @time, @level, @step, @line, @line_sv) on conflict do nothing",
                    [("run", run.Run.RunId), ("number", line.Number), ("time", line.Time), ("level", line.Level), ("step", line.Step), ("line", line.Text), ("line_sv", line.Sv)],
                    cancellationToken);
            }

            return true;
        },
        cancellationToken);

    /// <summary>Keeps what a run read and made.</summary>
    public Task KeepFilesAsync(string runId, IReadOnlyList<JobFile> inputs, IReadOnlyList<JobFile> outputs, CancellationToken cancellationToken) => database.TransactAsync(
        async connection =>
        {
            await connection.ExecuteAsync("delete from job_file where run_id = @run", [("run", runId)], cancellationToken);
            foreach (var (made, number, file) in inputs.Select((file, i) => (0, i, file)).Concat(outputs.Select((file, i) => (1, i, file))))
            {
                await connection.ExecuteAsync(
                    "insert into job_file (run_id, made, number, name, hash) values (@run, @made, @number, @name, @hash)",
                    [("run", runId), ("made", made), ("number", number), ("name", file.Name), ("hash", file.Hash)],
                    cancellationToken);
            }

            return true;
        },
        cancellationToken);

    /// <summary>Takes away runs that ended before that time, but for the last of each job that did not only get cancelled.</summary>
    /// <returns>How many went.</returns>
    public Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var ends = string.Join(", ", RunMoves.Ends.Select(state => $"'{RunMoves.Name(state)}'"));
        var old = $"select run_id from job_run r where ended < @before and state in ({ends}) and exists (select 1 from job_run later where later.job = r.job and later.queued > r.queued and later.state <> 'cancelled')";
        return database.TransactAsync(
            async connection =>
            {
                foreach (var table in new[] { "job_step", "job_line", "job_file" })
                {
                    await connection.ExecuteAsync($"delete from {table} where run_id in ({old})", [("before", before)], cancellationToken);
                }

                return await connection.ExecuteAsync($"delete from job_run where run_id in ({old})", [("before", before)], cancellationToken);
            },
            cancellationToken);
    }
}
