using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Sources;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Reports;

/// <summary>What is told of a refused file, in whichever form.</summary>
/// <param name="Origin">Address, or path relative to the input folder; a placeholder where the name holds personal data.</param>
internal sealed record ProblemReport(SourceDefinition Source, string Origin, string Sha256, DateTimeOffset Received)
{
    public required long Total { get; init; }

    public required IReadOnlyDictionary<string, long> ByRule { get; init; }

    /// <summary>The first of them, and some of every rule.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>What became of the bytes, where the personal-data gate refused them; then no problem has a value. Null otherwise.</summary>
    public LocalText? Fate { get; init; }

    public IEnumerable<Problem> InOrder => Problems.OrderBy(problem => problem.Row ?? 0);
}
