namespace Utvardering.Ingestion.Increments;

/// <summary>The last complete retrieval of a source: what the next one may build upon.</summary>
/// <param name="Definitions">A hash of definitions, program and address: under others all is asked anew.</param>
/// <param name="Selection">What was asked for, in the adapter's words: with another selection all is asked anew.</param>
/// <param name="State">The source's own word for the state of its figures; null when it has none.</param>
/// <param name="Retrieved">When its first answer came: what changed before is in the vintage.</param>
/// <param name="Whole">When all was asked the last time; before <paramref name="Retrieved"/> when only changes were since.</param>
/// <param name="Vintage">The name of the vintage that stood after it.</param>
internal sealed record Standing(string Definitions, string Selection, string? State, DateTimeOffset Retrieved, DateTimeOffset Whole, string Vintage);
