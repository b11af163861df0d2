namespace Utvardering.Ingestion.Sources;

/// <summary>What the source asks of its callers. A limit that is null is not stated.</summary>
/// <param name="RequestsPerSecond">Kept by the transport.</param>
/// <param name="IdsPerSegment">The most ids in one path segment (Kolada: 25).</param>
/// <param name="PerPage">The most rows a page (Kolada: 5000).</param>
public sealed record SourceLimits(int? RequestsPerSecond, int? IdsPerSegment, int? PerPage)
{
    /// <summary>The least time between two calls (Polisen: 10).</summary>
    public int? SecondsBetween { get; init; }

    public int? RequestsPerHour { get; init; }

    public int? RequestsPerDay { get; init; }

    /// <summary>How we present ourselves, for a source that wants it otherwise than others; null: the program's name and version.</summary>
    public string? UserAgent { get; init; }
}
