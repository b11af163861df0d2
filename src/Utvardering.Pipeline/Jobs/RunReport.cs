using Utvardering.Pipeline.Jobs.Running;
using Utvardering.Pipeline.Jobs.Store;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Pipeline.Jobs;

/// <summary>A run with all that is known of it.</summary>
/// <param name="Run">The run.</param>
/// <param name="Remedy">What a person is to do; null: nothing.</param>
/// <param name="Steps">Its steps.</param>
/// <param name="Log">Its lines.</param>
/// <param name="Inputs">What it read.</param>
/// <param name="Outputs">What it made.</param>
public sealed record RunReport(
    JobRun Run, LocalText? Remedy, IReadOnlyList<RunLogStep> Steps, IReadOnlyList<RunLogLine> Log, IReadOnlyList<JobFile> Inputs, IReadOnlyList<JobFile> Outputs)
{
    public static async Task<RunReport> OfAsync(RunLog log, JobRun run, CancellationToken cancellationToken) => new(
        run,
        run is { Fault: { } fault, State: States.RunState.Parked } ? Remedies.Of(fault) : null,
        await log.StepsAsync(run.RunId, cancellationToken),
        await log.LinesAsync(run.RunId, 0, cancellationToken),
        await log.FilesAsync(run.RunId, made: false, cancellationToken),
        await log.FilesAsync(run.RunId, made: true, cancellationToken));
}
