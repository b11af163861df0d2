namespace Utvardering.Pipeline.Jobs;

/// <summary>Whether a job is well, as of its last run.</summary>
public enum JobHealth
{
    /// <summary>Its last run did all it should.</summary>
    Well,

    /// <summary>It was never run.</summary>
    Never,

    /// <summary>It met a fault that passes, and is tried again by itself.</summary>
    Retrying,

    /// <summary>Its last run was interrupted, and no other has taken its place yet.</summary>
    Interrupted,

    /// <summary>Its last run failed for good: a person has to do something.</summary>
    Parked,

    /// <summary>Its definition has a fault: it can't be run before that is mended.</summary>
    Broken,
}
