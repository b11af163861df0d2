namespace Utvardering.Ingestion.Increments;

/// <summary>What a retrieval knows of itself once it is over.</summary>
/// <param name="Begun">When the first of its answers came.</param>
/// <param name="Selection">What was asked for; null: the adapter always asks for all.</param>
/// <param name="State">The source's own word for the state of its figures.</param>
/// <param name="Changes">The answer to what changed; beside a whole retrieval it is there to be compared. Null: it was not asked.</param>
internal sealed record RetrievedParts(RetrievalKind Kind, DateTimeOffset Begun, string? Selection, string? State, ChangeSet? Changes);
