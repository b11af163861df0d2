using System.Diagnostics;
using System.Diagnostics.Metrics;
using Utvardering.Pipeline.Jobs.States;

namespace Utvardering.Pipeline.Jobs.Running;

/// <summary>What is measured of jobs, for whoever listens (OpenTelemetry, when it is configured).</summary>
public static class JobTelemetry
{
    /// <summary>The name of the source of traces and of the meter.</summary>
    public const string Name = "Utvardering.Jobs";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Runs = Meter.CreateCounter<long>("utvardering.job.runs", "{run}", "Runs that came to an end or to a wait, by job and state.");
    private static readonly Counter<long> Rows = Meter.CreateCounter<long>("utvardering.job.rows_accepted", "{row}", "Rows that were taken in.");
    private static readonly Counter<long> Refused = Meter.CreateCounter<long>("utvardering.job.files_refused", "{file}", "Files that were refused.");
    private static readonly Histogram<double> Seconds = Meter.CreateHistogram<double>("utvardering.job.duration", "s", "How long a run took.");

    internal static Activity? Begin(JobRun run, string node) => Source.StartActivity("job " + run.Job)
        ?.SetTag("utvardering.run_id", run.RunId)
        .SetTag("utvardering.job", run.Job)
        .SetTag("utvardering.node", node)
        .SetTag("utvardering.attempt", run.Attempt)
        .SetTag("utvardering.cause", run.Cause.ToString());

    internal static void End(Activity? activity, JobRun run, RunState state, JobCounts counts, TimeSpan took)
    {
        var tags = new TagList { { "job", run.Job }, { "state", RunMoves.Name(state) } };
        Runs.Add(1, tags);
        Seconds.Record(took.TotalSeconds, tags);
        Rows.Add(counts.RowsAccepted ?? 0, new TagList { { "job", run.Job } });
        Refused.Add(counts.FilesRefused ?? 0, new TagList { { "job", run.Job } });
        activity?.SetTag("utvardering.state", RunMoves.Name(state)).SetStatus(state is RunState.Parked ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
    }
}
