namespace Utvardering.Ingestion.Increments;

/// <summary>What a retrieval has brought.</summary>
internal enum RetrievalKind
{
    /// <summary>All that is selected.</summary>
    Whole,

    /// <summary>What changed since the last complete retrieval.</summary>
    Changes,

    /// <summary>Nothing: the source says that it has nothing new.</summary>
    Unchanged,
}
