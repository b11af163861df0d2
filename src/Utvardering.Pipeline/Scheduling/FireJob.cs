using System.Globalization;
using Quartz;
using Utvardering.Pipeline.Jobs;
using Utvardering.Pipeline.Jobs.Catalogue;
using Utvardering.Pipeline.Jobs.Store;

namespace Utvardering.Pipeline.Scheduling;

/// <summary>What the scheduler does when a job's time has come: it asks for a run. Who does it, and how often it is tried, is the queue's.</summary>
/// <param name="queue">Where it asks.</param>
/// <param name="catalog">The jobs.</param>
/// <param name="clock">Says whether the time was missed.</param>
internal sealed class FireJob(RunQueue queue, JobCatalog catalog, TimeProvider clock) : IJob
{
    // A time that came while the program was down is told as such.
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var job = catalog.Find(context.Trigger.Key.Name);
        var scheduled = context.ScheduledFireTimeUtc ?? context.FireTimeUtc;
        // Another node that recovers this fire asks for the same.
        var key = string.Create(CultureInfo.InvariantCulture, $"{job.Name} at {scheduled.UtcDateTime:O}");
        var cause = clock.GetUtcNow() - scheduled > Late ? RunCause.Missed : RunCause.Schedule;
        await queue.EnqueueAsync(job, cause, null, key, cancellationToken);
    }
}
