using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Utvardering.Pipeline.Jobs;
using Utvardering.Pipeline.Jobs.Catalogue;
using Utvardering.Pipeline.Jobs.Store;
using Utvardering.Portal.Safety;
using Utvardering.Portal.Shell;
using Utvardering.Warehouse;

namespace Utvardering.Portal.Runs;

/// <summary><em>Körningar</em>: all runs, one run, and what is done to them.</summary>
internal static class RunEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", async (HttpContext context, PageFrames frames, JobCatalog catalog, RunLog log, string? jobb, int? antal, CancellationToken stop) =>
        {
            var frame = frames.Of(context);
            return Pages.Show<RunsPage>(frame, await RunsView.ReadAsync(catalog, log, jobb, antal, frame.Now, stop));
        });
        routes.MapGet("/korningar/{id}", async (HttpContext context, PageFrames frames, JobCatalog catalog, RunLog log, string id, string? logg, CancellationToken stop) =>
            await log.FindAsync(id, stop) is { } run
                ? Pages.Show<RunPage>(frames.Of(context), new RunView(
                    await RunReport.OfAsync(log, run, stop), Job(catalog, run.Job), await log.FollowingAsync(run.RunId, stop), logg == "alla"))
                : Results.NotFound());
        routes.MapOperatorForm("/jobb/{name}/kor", async (HttpContext context, JobCatalog catalog, RunQueue queue, RunLog log, string name, CancellationToken stop) =>
            Job(catalog, name) is { } job
                ? ToRun(await queue.EnqueueAsync(job, RunCause.Person, context.User.Identity!.Name, null, stop) ?? await QueuedAsync(log, name, stop))
                : Results.NotFound());
        routes.MapOperatorForm("/korningar/{id}/avbryt", async (RunQueue queue, RunLog log, string id, CancellationToken stop) =>
        {
            if (await log.FindAsync(id, stop) is null)
            {
                return Results.NotFound();
            }

            // One that has ended meanwhile is shown as it ended.
            await queue.CancelAsync(id, stop);
            return ToRun(id);
        });
        routes.MapOperatorForm("/korningar/{id}/kor-om", async (HttpContext context, JobCatalog catalog, RunQueue queue, RunLog log, string id, CancellationToken stop) =>
        {
            if (await log.FindAsync(id, stop) is not { } run || Job(catalog, run.Job) is not { } job)
            {
                return Results.NotFound();
            }

            try
            {
                return ToRun(await queue.RetryAsync(run, job, context.User.Identity!.Name!, stop) ?? await QueuedAsync(log, run.Job, stop));
            }
            catch (InputException)
            {
                // It goes on, or did all it should: its page shows that.
                return ToRun(id);
            }
        });
    }

    private static Job? Job(JobCatalog catalog, string name) => catalog.Jobs.FirstOrDefault(job => job.Name == name);

    // One of a job waits at a time: that one is it then.
    private static async Task<string?> QueuedAsync(RunLog log, string job, CancellationToken stop) => (await log.NewestAsync(job, 1, stop)).FirstOrDefault()?.RunId;

    private static IResult ToRun(string? id) => SeeOther.To(id is null ? "/" : "/korningar/" + Uri.EscapeDataString(id));
}
