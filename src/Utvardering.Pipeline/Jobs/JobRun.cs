using Utvardering.Pipeline.Jobs.Running;
using Utvardering.Pipeline.Jobs.States;

namespace Utvardering.Pipeline.Jobs;

/// <summary>A run of a job, as the run log knows it. Times are UTC.</summary>
public sealed record JobRun
{
    public required string RunId { get; init; }

    public required string Job { get; init; }

    public required RunCause Cause { get; init; }

    /// <summary>Who asked, or what: an operator's name, a file, a job; null: the clock.</summary>
    public string? CausedBy { get; init; }

    /// <summary>The run that this one does again; null: none.</summary>
    public string? Follows { get; init; }

    public required RunState State { get; init; }

    public required DateTimeOffset Queued { get; init; }

    /// <summary>It is not tried before.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    public DateTimeOffset? Started { get; init; }

    public DateTimeOffset? Ended { get; init; }

    /// <summary>Where it runs or ran last.</summary>
    public string? Node { get; init; }

    /// <summary>How many times it was begun.</summary>
    public required int Attempt { get; init; }

    public string? Step { get; init; }

    /// <summary>What is done in the step now, or what came of the last.</summary>
    public string? Progress { get; init; }

    /// <summary><see cref="Progress"/> in Swedish; null where it is told in English alone.</summary>
    public string? ProgressSv { get; init; }

    public required JobCounts Counts { get; init; }

    /// <summary>What kind of fault ended it or makes it wait; null: none.</summary>
    public FaultKind? Fault { get; init; }

    public string? Error { get; init; }

    /// <summary><see cref="Error"/> in Swedish; null where it is told in English alone.</summary>
    public string? ErrorSv { get; init; }

    /// <summary>Somebody asked that it be stopped.</summary>
    public bool CancelAsked { get; init; }
}
