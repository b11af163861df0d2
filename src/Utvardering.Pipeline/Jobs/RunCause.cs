namespace Utvardering.Pipeline.Jobs;

/// <summary>Why a run was asked for.</summary>
public enum RunCause
{
    /// <summary>Its time had come.</summary>
    Schedule,

    /// <summary>Its time came while the program was down.</summary>
    Missed,

    /// <summary>A person asked.</summary>
    Person,

    /// <summary>A file landed in the inbox.</summary>
    Inbox,

    /// <summary>Another job made a new vintage.</summary>
    Inputs,

    /// <summary>The run before was interrupted.</summary>
    Interruption,
}
