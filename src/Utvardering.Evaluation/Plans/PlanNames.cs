using Utvardering.Warehouse.Registry;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Evaluation.Plans;

/// <summary>The names of the registry that a plan may use.</summary>
internal sealed class PlanNames(RegistryFiles registry)
{
    private readonly HashSet<string> groups = registry.Groups.Select(group => group.Id).ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> programmes = registry.Programmes.Select(programme => programme.Id).ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> indicators = registry.Indicators.Select(indicator => indicator.Id).ToHashSet(StringComparer.Ordinal);

    public string Group(SettingsNode node) => Known(node, groups, "group of the registry");

    public string Programme(SettingsNode node) => Known(node, programmes, "programme of the registry");

    public string Indicator(SettingsNode node) => Known(node, indicators, "indicator of the registry");

    public static string Known(SettingsNode node, HashSet<string> known, string what) => known.Contains(node.Text())
        ? node.Text()
        : throw node.Fault($"is '{node.Text()}', which is no {what}. There is: {string.Join(", ", known.Order(StringComparer.Ordinal))}");
}
