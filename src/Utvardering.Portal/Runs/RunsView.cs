using Utvardering.Pipeline.Jobs;
using Utvardering.Pipeline.Jobs.Catalogue;
using Utvardering.Pipeline.Jobs.States;
using Utvardering.Pipeline.Jobs.Store;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Portal.Runs;

/// <summary>What the page of all runs shows.</summary>
/// <param name="Jobs">The jobs, as they stand.</param>
/// <param name="Open">What runs and waits, in the order in which it will be done.</param>
/// <param name="Ended">The newest runs that ended, newest first.</param>
/// <param name="Nodes">The nodes.</param>
/// <param name="Only">The one job whose runs are listed; null: all.</param>
/// <param name="Most">How many were asked for at most.</param>
/// <param name="HasMore">Whether there are older ones.</param>
public sealed record RunsView(IReadOnlyList<JobStatus> Jobs, IReadOnlyList<JobRun> Open, IReadOnlyList<JobRun> Ended, IReadOnlyList<NodeSeen> Nodes, string? Only, int Most, bool HasMore)
{
    /// <summary>How many runs are listed at first.</summary>
    public const int Few = 20;

    private const int Many = 500;

    public static async Task<RunsView> ReadAsync(JobCatalog catalog, RunLog log, string? only, int? most, DateTimeOffset now, CancellationToken stop)
    {
        var shown = Math.Clamp(most ?? Few, 1, Many);
        var open = await log.OpenAsync(stop);
        var newest = (await log.NewestAsync(only, shown + open.Count + 1, stop)).Where(run => RunMoves.Ends.Contains(run.State)).ToList();
        return new(
            await JobStatus.AllAsync(catalog, log, now, stop), open, [.. newest.Take(shown)], await log.NodesAsync(stop), only, shown, HasMore: newest.Count > shown && shown < Many);
    }

    /// <summary>The job's name for readers; of one that is no longer there, its name.</summary>
    public LocalText Title(string job) => Jobs.FirstOrDefault(known => known.Name == job)?.Title ?? new(job, job);
}
