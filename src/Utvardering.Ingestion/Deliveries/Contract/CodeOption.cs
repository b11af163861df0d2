namespace Utvardering.Ingestion.Deliveries.Contract;

/// <summary>A value that a column may have.</summary>
/// <param name="Written">As the template offers it: the Swedish label.</param>
/// <param name="Explained">What it means, in Swedish; null where the label says it.</param>
public sealed record CodeOption(string Code, string Written, string? LabelEn, string? Explained);
