namespace Utvardering.Evaluation.Comparisons;

/// <summary>The controls of one outcome in one group, before it is asked whether they have data enough.</summary>
/// <param name="Group">The group.</param>
/// <param name="Members">The municipalities.</param>
/// <param name="Nearest">For a group of nearest municipalities how near each candidate is; else empty.</param>
internal sealed record ComparisonPool(string Group, IReadOnlyList<string> Members, IReadOnlyList<Nearness> Nearest);
