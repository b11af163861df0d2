using Utvardering.Ingestion.Landing;

namespace Utvardering.Ingestion.Increments;

/// <summary>The source's answer to what has changed.</summary>
/// <param name="From">The day from which changes were asked.</param>
/// <param name="Bodies">In the order they came; none has rows when nothing changed.</param>
internal sealed record ChangeSet(DateOnly From, IReadOnlyList<LandedBody> Bodies);
