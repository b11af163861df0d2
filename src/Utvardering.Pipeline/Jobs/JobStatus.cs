using Utvardering.Pipeline.Jobs.Catalogue;
using Utvardering.Pipeline.Jobs.States;
using Utvardering.Pipeline.Jobs.Store;
using Utvardering.Pipeline.Scheduling;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Pipeline.Jobs;

/// <summary>How one job stands: its schedule, its last and next run, and whether someone has to do something.</summary>
/// <param name="Name">The job.</param>
/// <param name="Title">Its name for readers.</param>
/// <param name="Schedule">Quartz cron expression, Europe/Stockholm; null: only when asked for.</param>
/// <param name="Next">Its next scheduled time, UTC.</param>
/// <param name="Open">The run that goes on or waits; null: none.</param>
/// <param name="Last">The last run that ended; null: none.</param>
/// <param name="Health">Whether it is well.</param>
/// <param name="Fault">What is wrong with its definition; null: nothing.</param>
public sealed record JobStatus(string Name, LocalText Title, string? Schedule, DateTimeOffset? Next, JobRun? Open, JobRun? Last, JobHealth Health, string? Fault)
{
    /// <summary>How all jobs stand.</summary>
    public static async Task<IReadOnlyList<JobStatus>> AllAsync(JobCatalog catalog, RunLog log, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = await log.OpenAsync(cancellationToken);
        var last = await log.LastEndedAsync(cancellationToken);
        return [.. catalog.Jobs.Select(job => Of(job, open.FirstOrDefault(run => run.Job == job.Name), last.GetValueOrDefault(job.Name), now))];
    }

    private static JobStatus Of(Job job, JobRun? open, JobRun? last, DateTimeOffset now)
    {
        var health = (job, open, last) switch
        {
            ({ Fault: not null }, _, _) => JobHealth.Broken,
            (_, { State: RunState.Waiting }, _) => JobHealth.Retrying,
            (_, _, { State: RunState.Parked }) => JobHealth.Parked,
            (_, null, { State: RunState.Interrupted }) => JobHealth.Interrupted,
            (_, _, null) => JobHealth.Never,
            _ => JobHealth.Well,
        };
        var next = job is { Schedule: { } cron, Fault: null } ? FeedSchedule.Of(cron).After(now) : null;
        return new(job.Name, job.Title, job.Schedule, next, open, last, health, job.Fault?.Message);
    }
}
