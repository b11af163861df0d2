namespace Utvardering.Ingestion.Sources;

/// <summary>What the source asks of its callers. A limit that is null is not stated.</summary>
/// <param name="RequestsPerSecond">Kept by the transport.</param>
/// <param name="IdsPerSegment">The most ids in one path segment (Kolada: 25).</param>
/// <param name="PerPage">The most rows a page (Kolada: 5000).</param>
public sealed record SourceLimits(int? RequestsPerSecond, int? IdsPerSegment, int? PerPage);
