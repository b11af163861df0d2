namespace Utvardering.Ingestion.Sealing;

/// <summary>What stays readable of refused bytes: no name of a file, since it may hold personal data, and no cell.</summary>
/// <param name="Sha256">Of the refused bytes.</param>
/// <param name="Length">Their number.</param>
/// <param name="Decided">When the bytes were refused.</param>
/// <param name="Mode">What became of the bytes; they can be destroyed later.</param>
/// <param name="KeyId">The key they are sealed with; null when destroyed.</param>
/// <param name="Reasons">How many findings by rule (<c>personal-number</c> …).</param>
/// <param name="Destroyed">When the bytes were destroyed; null while they are kept.</param>
/// <param name="Entry">The decision's number in the audit log.</param>
public sealed record RefusalDecision(
    string Source,
    string Sha256,
    long Length,
    DateTimeOffset Decided,
    RefusalMode Mode,
    string? KeyId,
    IReadOnlyDictionary<string, long> Reasons,
    DateTimeOffset? Destroyed,
    long Entry);
