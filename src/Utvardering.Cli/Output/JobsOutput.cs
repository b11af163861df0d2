using System.Globalization;
using Utvardering.Pipeline.Jobs;
using Utvardering.Pipeline.Jobs.States;
using Utvardering.Pipeline.Scheduling;

namespace Utvardering.Cli.Output;

/// <summary>Jobs and runs, for the eye or for the next program.</summary>
internal static class JobsOutput
{
    public static void Write(IReadOnlyList<JobStatus> jobs, bool json)
    {
        if (json)
        {
            JsonOutput.Write(jobs);
            return;
        }

        PlainTable.Write(
            ["job", "health", "last run", "ended", "now", "next", "schedule"],
            jobs.Select(IReadOnlyList<string?> (job) =>
            [
                job.Name, Health(job.Health), job.Last is null ? null : $"{RunMoves.Name(job.Last.State)} {job.Last.RunId}", Time(job.Last?.Ended),
                job.Open is null ? null : $"{RunMoves.Name(job.Open.State)} {job.Open.RunId}", Time(job.Next), job.Schedule ?? "when asked for",
            ]));
        foreach (var job in jobs)
        {
            if ((job.Fault ?? (job.Health is JobHealth.Parked or JobHealth.Interrupted ? job.Last!.Error : job.Open?.Error)) is { } fault)
            {
                Console.WriteLine($"{job.Name}: {fault}");
            }
        }
    }

    public static void Write(RunReport report, bool json)
    {
        if (json)
        {
            JsonOutput.Write(report);
            return;
        }

        var run = report.Run;
        Console.WriteLine($"{run.RunId}  {run.Job}  {RunMoves.Name(run.State)}{(run.CancelAsked ? ", a stop is asked for" : "")}");
        PlainTable.Write(["", ""], new (string Name, string? Value)[]
        {
            ("asked for", $"{Time(run.Queued)} by {run.Cause switch { RunCause.Schedule => "its schedule", RunCause.Missed => "its schedule, missed before", RunCause.Inbox => "the inbox", RunCause.Inputs => "new figures", RunCause.Interruption => "an interruption", _ => "a person" }}{(run.CausedBy is null ? "" : $" ({run.CausedBy})")}"),
            ("begun", run.Started is null ? null : $"{Time(run.Started)} on {run.Node}, attempt {run.Attempt}"),
            ("ended", Time(run.Ended)),
            ("tried again", Time(run.NotBefore)),
            ("does again", run.Follows),
            ("bytes", Number(run.Counts.Bytes)),
            ("rows in", Number(run.Counts.RowsIn)),
            ("rows accepted", Number(run.Counts.RowsAccepted)),
            ("files refused", Number(run.Counts.FilesRefused)),
            ("vintages made", Number(run.Counts.VintagesMade)),
            ("error", run.Error),
            ("what to do", report.Remedy?.En),
        }.Where(row => row.Value is not null).Select(IReadOnlyList<string?> (row) => [row.Name, row.Value]));
        PlainTable.Write(["step", ">attempt", "begun", "ended", "what came of it"], report.Steps.Select(IReadOnlyList<string?> (step) =>
            [step.Name, Number(step.Attempt), Time(step.Started), Time(step.Ended), step.Text]));
        PlainTable.Write(["time", "level", "step", "log"], report.Log.Select(IReadOnlyList<string?> (line) => [Time(line.Time), line.Level, line.Step, line.Text]));
        Files("read", report.Inputs);
        Files("made", report.Outputs);
    }

    public static void Asked(string job, string? run, bool json)
    {
        if (json)
        {
            JsonOutput.Write(new { job, run, isNew = run is not null });
            return;
        }

        Console.WriteLine(run is null
            ? $"A run of {job} waits already."
            : $"Run {run} of {job} is asked for: a node that serves takes it ('utvardering serve'). See 'utvardering jobs show {run}'.");
    }

    private static void Files(string what, IReadOnlyList<JobFile> files)
    {
        if (files.Count > 0)
        {
            PlainTable.Write([what, "hash"], files.Select(IReadOnlyList<string?> (file) => [file.Name, file.Hash]));
        }
    }

    private static string Health(JobHealth health) => health switch
    {
        JobHealth.Well => "well",
        JobHealth.Never => "never run",
        JobHealth.Retrying => "RETRYING",
        JobHealth.Interrupted => "INTERRUPTED",
        JobHealth.Parked => "PARKED",
        _ => "BROKEN",
    };

    private static string? Time(DateTimeOffset? time) => time is { } utc
        ? TimeZoneInfo.ConvertTime(utc, FeedSchedule.Stockholm).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture)
        : null;

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
