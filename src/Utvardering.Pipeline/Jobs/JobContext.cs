using Utvardering.Pipeline.Runs;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Pipeline.Jobs;

/// <summary>What a job is given to run with.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Lease">The fence of the writer's lease; null where a lock of the operating system says who writes.</param>
/// <param name="Progress">Told of steps and what is done in them; kept in the run log.</param>
public sealed record JobContext(string RunId, WriterFence? Lease, IProgress<RunStep> Progress);
