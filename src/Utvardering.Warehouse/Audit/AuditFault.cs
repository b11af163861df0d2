namespace Utvardering.Warehouse.Audit;

/// <summary>What can be wrong with a log.</summary>
public enum AuditFault
{
    /// <summary>The line is not an entry as this program writes them.</summary>
    Unreadable,

    /// <summary>The entry's content does not give its hash.</summary>
    Changed,

    /// <summary>Entries between the one before and this one are gone.</summary>
    Removed,

    /// <summary>The entry stands after one that came later, or twice.</summary>
    OutOfOrder,

    /// <summary>The entry does not carry the hash of the one before: that one was rewritten, or this one put in.</summary>
    NotFollowing,

    /// <summary>The newest entries, which the head file knows, are gone.</summary>
    EndRemoved,

    /// <summary>The last line has no end: a crash left it, or its end was cut off.</summary>
    Unfinished,
}
