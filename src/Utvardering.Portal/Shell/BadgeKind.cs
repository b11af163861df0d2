namespace Utvardering.Portal.Shell;

/// <summary>What a badge tells beside its words; the style sheet has a class for each.</summary>
public enum BadgeKind
{
    /// <summary>Nothing to tell.</summary>
    None,

    /// <summary>All is well.</summary>
    Ok,

    /// <summary>It goes on.</summary>
    Busy,

    /// <summary>It waits, and goes on by itself.</summary>
    Wait,

    /// <summary>Something to look at, that may mend itself.</summary>
    Warn,

    /// <summary>A person has to do something.</summary>
    Stop,
}
