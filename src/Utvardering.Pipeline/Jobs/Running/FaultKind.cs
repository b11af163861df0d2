namespace Utvardering.Pipeline.Jobs.Running;

/// <summary>What a fault of a run calls for.</summary>
public enum FaultKind
{
    /// <summary>It passes by itself: a source that is down, a network, a held folder. Tried again.</summary>
    Passing,

    /// <summary>A delivered or fetched file was refused. Another file is needed; the same is not read again.</summary>
    RefusedFile,

    /// <summary>The source answers, but not with what was asked. Somebody has to look.</summary>
    WrongAnswer,

    /// <summary>The source or something between says no: an address, a setting or a right must be changed.</summary>
    RefusedByThem,

    /// <summary>A definition or a setting of ours can't be used.</summary>
    Definition,

    /// <summary>The disk, or a right on it. Tried again, since someone may make room.</summary>
    Storage,

    /// <summary>The run was interrupted again and again.</summary>
    Interruptions,

    /// <summary>A fault of the program.</summary>
    Program,
}
