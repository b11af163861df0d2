using Microsoft.Extensions.Logging;

namespace Utvardering.Pipeline.Jobs.Running;

/// <summary>What a node says of its work in the program's log.</summary>
internal static partial class WorkerLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Job {Job}, run {RunId}, attempt {Attempt}: begun")]
    public static partial void Begun(ILogger logger, string job, string runId, int attempt);

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {Job}, run {RunId}: {State} {Reason}")]
    public static partial void Ended(ILogger logger, string job, string runId, string state, string? reason);
}
