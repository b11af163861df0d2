namespace Utvardering.Pipeline.Jobs.States;

/// <summary>How a run of a job stands. Which may follow which stands in <see cref="RunMoves"/>.</summary>
public enum RunState
{
    /// <summary>It waits for a node.</summary>
    Queued,

    /// <summary>A node works on it.</summary>
    Running,

    /// <summary>It met a fault that passes, and is tried again at a set time.</summary>
    Waiting,

    /// <summary>It did all it should.</summary>
    Succeeded,

    /// <summary>It failed for good: a person has to do something first. Reason and remedy stand with it.</summary>
    Parked,

    /// <summary>Its node died or was cut off in the middle; another run does it again.</summary>
    Interrupted,

    /// <summary>A person stopped it, or another run of the same job already waited in its place.</summary>
    Cancelled,
}
