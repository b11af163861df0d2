namespace Utvardering.Portal.Sources;

/// <summary>Whether it is known what a vintage changed.</summary>
public enum RevisionState
{
    /// <summary>There is none, or none before it.</summary>
    Nothing,

    /// <summary>It is being counted.</summary>
    Counting,

    /// <summary>It was counted.</summary>
    Known,

    /// <summary>The two can't be compared.</summary>
    Incomparable,
}
