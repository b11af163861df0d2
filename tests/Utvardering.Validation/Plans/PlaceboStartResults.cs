using Utvardering.Evaluation;

namespace Utvardering.Validation.Plans;

/// <summary>What came of starts at which nothing began.</summary>
internal sealed record PlaceboStartResults(
    IReadOnlyDictionary<(string Outcome, DateOnly Start), PlanTally> Tallies, IReadOnlyList<(DateOnly Start, ResultRows Rows)> Pilots);
