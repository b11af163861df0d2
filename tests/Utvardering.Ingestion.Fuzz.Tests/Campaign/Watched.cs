using Utvardering.Ingestion.Fuzz.Tests.Mutations;

namespace Utvardering.Ingestion.Fuzz.Tests.Campaign;

/// <summary>How a batch went.</summary>
/// <param name="Faults">What is wrong, each naming a mutant.</param>
/// <param name="Rows">Rows that were published.</param>
/// <param name="Broken">How the batch as a whole broke; null when it did not.</param>
internal sealed record Watched(IReadOnlyDictionary<Mutant, Verdict> Verdicts, IReadOnlyList<string> Faults, long Rows, string? Broken);
