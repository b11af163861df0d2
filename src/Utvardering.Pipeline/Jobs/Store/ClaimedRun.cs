namespace Utvardering.Pipeline.Jobs.Store;

/// <summary>A run that a node has taken, and with it the right to write.</summary>
/// <param name="Run">The run, as it stands now.</param>
/// <param name="Fence">The number of this holding of the lease.</param>
public sealed record ClaimedRun(JobRun Run, long Fence);
