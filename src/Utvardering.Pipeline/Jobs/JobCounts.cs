namespace Utvardering.Pipeline.Jobs;

/// <summary>What a run took in and made. Null: does not apply, or was not come to.</summary>
public sealed record JobCounts
{
    /// <summary>Bytes of the bodies that came, be they known from before or not.</summary>
    public long? Bytes { get; init; }

    /// <summary>Rows read, identical ones counted each.</summary>
    public long? RowsIn { get; init; }

    /// <summary>Rows that passed all checks.</summary>
    public long? RowsAccepted { get; init; }

    /// <summary>Files that were refused whole.</summary>
    public long? FilesRefused { get; init; }

    /// <summary>Vintages that were new.</summary>
    public long? VintagesMade { get; init; }
}
