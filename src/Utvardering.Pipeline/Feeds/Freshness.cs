namespace Utvardering.Pipeline.Feeds;

/// <summary>How a feed stands against its schedule.</summary>
public enum Freshness
{
    /// <summary>Nothing is due yet since the last success.</summary>
    Fresh,

    /// <summary>A retrieval was due since the last success.</summary>
    Overdue,

    /// <summary>It has no schedule: a file that someone puts there.</summary>
    OnRequest,

    /// <summary>Nothing of it was ever taken in.</summary>
    Never,
}
