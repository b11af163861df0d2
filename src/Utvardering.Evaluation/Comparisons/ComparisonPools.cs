using System.Collections.Concurrent;
using Utvardering.Evaluation.Estimates;
using Utvardering.Evaluation.Panels;
using Utvardering.Evaluation.Plans;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Evaluation.Comparisons;

/// <summary>Resolves the groups that designs compare with. A treated municipality is never in any of them.</summary>
internal sealed class ComparisonPools(RegistryFiles registry, EvaluationPlan plan, IReadOnlyDictionary<string, IReadOnlyList<string>> members, MunicipalityFacts facts)
{
    private readonly ConcurrentDictionary<(string Group, string Indicator, Windows Windows), ComparisonPool> known = new();
    private readonly HashSet<string> treated = [.. members.GetValueOrDefault(plan.TreatedGroup, [])];

    /// <summary>The members of a group for an outcome.</summary>
    public ComparisonPool Of(string group, IndicatorSeries series, Windows windows) =>
        known.GetOrAdd((group, series.Indicator.Id, windows), _ => Find(group, series, windows));

    private ComparisonPool Find(string group, IndicatorSeries series, Windows windows)
    {
        if (registry.Groups.Single(candidate => candidate.Id == group).Members is not NearestMembers rule)
        {
            return new(group, Known(group), []);
        }

        var nearest = SimilarMunicipalities.Rank(rule, series, windows, [.. treated.Order(StringComparer.Ordinal)], Known(rule.Among), facts);
        return new(group, [.. nearest.Where(nearness => nearness.Chosen).Select(nearness => nearness.Candidate).Distinct().Order(StringComparer.Ordinal)], nearest);
    }

    private List<string> Known(string group) => [.. members.GetValueOrDefault(group, []).Where(member => !treated.Contains(member))];
}
