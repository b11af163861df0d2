namespace Utvardering.Ingestion.Checks;

/// <summary>The problems of one body.</summary>
internal sealed class BodyProblems
{
    public SortedDictionary<string, long> ByRule { get; } = new(StringComparer.Ordinal);

    public List<Problem> First { get; } = [];

    public long Total => ByRule.Values.Sum();

    public void Count(string rule, long number) => ByRule[rule] = ByRule.GetValueOrDefault(rule) + number;
}
