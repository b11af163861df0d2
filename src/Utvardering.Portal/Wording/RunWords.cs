using Utvardering.Pipeline.Jobs;
using Utvardering.Pipeline.Jobs.States;
using Utvardering.Portal.Shell;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Portal.Wording;

/// <summary>Runs and jobs in words.</summary>
internal static class RunWords
{
    /// <summary>How a run stands.</summary>
    public static (BadgeKind Kind, LocalText Text) Of(RunState state) => state switch
    {
        RunState.Queued => (BadgeKind.Wait, new("I kö", "Queued")),
        RunState.Running => (BadgeKind.Busy, new("Pågår", "Running")),
        RunState.Waiting => (BadgeKind.Warn, new("Försöker igen", "Will be retried")),
        RunState.Succeeded => (BadgeKind.Ok, new("Klar", "Done")),
        RunState.Parked => (BadgeKind.Stop, new("Kräver åtgärd", "Needs action")),
        RunState.Interrupted => (BadgeKind.Warn, new("Driftavbrott", "Interrupted")),
        _ => (BadgeKind.None, new("Avbruten", "Cancelled")),
    };

    /// <summary>Whether a job is well.</summary>
    public static (BadgeKind Kind, LocalText Text) Of(JobHealth health) => health switch
    {
        JobHealth.Well => (BadgeKind.Ok, new("Fungerar", "Well")),
        JobHealth.Retrying => (BadgeKind.Warn, new("Försöker igen", "Being retried")),
        JobHealth.Interrupted => (BadgeKind.Warn, new("Driftavbrott", "Interrupted")),
        JobHealth.Parked => (BadgeKind.Stop, new("Kräver åtgärd", "Needs action")),
        JobHealth.Broken => (BadgeKind.Stop, new("Fel i definitionen", "Broken definition")),
        _ => (BadgeKind.None, new("Inte körd än", "Not run yet")),
    };

    /// <summary>Why a run was asked for.</summary>
    public static LocalText Cause(JobRun run) => run.Cause switch
    {
        RunCause.Schedule => new("Schemat", "The schedule"),
        RunCause.Missed => new("Schemat, missad medan programmet låg nere", "The schedule, missed while the program was down"),
        RunCause.Inbox => new($"Ny fil: {run.CausedBy}", $"New file: {run.CausedBy}"),
        RunCause.Inputs => new($"Ny version av {run.CausedBy}", $"New version of {run.CausedBy}"),
        RunCause.Interruption => new($"Driftavbrott på {run.CausedBy}", $"Interruption on {run.CausedBy}"),
        _ => run.CausedBy == "command line" ? new("Kommandoraden", "The command line") : new(run.CausedBy ?? "En person", run.CausedBy ?? "A person"),
    };

    /// <summary>A step's name.</summary>
    public static LocalText Step(string step) => step switch
    {
        "ingest" => new("Inläsning", "Ingest"),
        "warehouse" => new("Datalager", "Warehouse"),
        "evaluate" => new("Utvärdering", "Evaluation"),
        "release" => new("Sekretessgranskning", "Disclosure control"),
        "report" => new("Rapport", "Report"),
        _ => new(step, step),
    };
}
