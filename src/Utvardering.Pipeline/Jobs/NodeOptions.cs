using Utvardering.Ingestion;
using Utvardering.Pipeline.Jobs.Running;
using Utvardering.Pipeline.Runs;

namespace Utvardering.Pipeline.Jobs;

/// <summary>What a node that serves jobs is given.</summary>
/// <param name="Project">The definitions.</param>
/// <param name="Run">The profile, the inbox, the data root and other addresses than the published.</param>
/// <param name="Worker">How it works.</param>
public sealed record NodeOptions(ProjectFolder Project, RunOptions Run, WorkerOptions Worker)
{
    /// <summary>How often the inbox is looked into; files count when they have stood still from one look to the next.</summary>
    public TimeSpan Inbox { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often the jobs' definitions are read again.</summary>
    public TimeSpan Definitions { get; init; } = TimeSpan.FromSeconds(30);
}
