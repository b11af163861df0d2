using Utvardering.Warehouse;
using Utvardering.Warehouse.Registry;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Evaluation.Plans;

/// <summary>Reads a plan and checks every reference it makes to the registry.</summary>
public static class PlanFile
{
    /// <exception cref="InputException">The plan is missing, malformed, or names a group, programme or indicator that the registry lacks.</exception>
    public static EvaluationPlan Load(string pipelines, string plan, RegistryFiles registry)
    {
        var node = SettingsFile.Load(Path.Combine(pipelines, "evaluation", plan + ".yaml"));
        if (node["plan"].Text() != plan)
        {
            throw node["plan"].Fault($"is '{node["plan"].Text()}', and the file's name says '{plan}'");
        }

        var groups = registry.Groups.Select(group => group.Id).ToHashSet(StringComparer.Ordinal);
        var indicators = registry.Indicators.Select(indicator => indicator.Id).ToHashSet(StringComparer.Ordinal);
        var treated = node["treated"];
        return node.Done(treated.Done(new EvaluationPlan(
            plan,
            node["fixed"].Date(),
            node["title"].Local(),
            Known(treated["group"], groups, "group"),
            Known(treated["programme"], registry.Programmes.Select(programme => programme.Id).ToHashSet(StringComparer.Ordinal), "programme"),
            [.. node["shown"].Items().Select(item => Known(item, groups, "group"))],
            Share(node["level"]),
            (ulong)node["seed"].WholeNumber(),
            Share(node["coverage"]),
            Unique([.. node["outcomes"].Items().Select(item => ReadOutcome(item, indicators))], outcome => outcome.Id, node["outcomes"]),
            Unique([.. node["designs"].Items().Select(item => ReadDesign(item, groups))], design => design.Id, node["designs"]))));
    }

    private static Outcome ReadOutcome(SettingsNode node, HashSet<string> indicators)
    {
        return node.Done(new Outcome(
            node["id"].Text(), Known(node["indicator"], indicators, "indicator"), node["family"].Text(),
            node["role"].OneOf("primary", "secondary", "context"), node["matters"].Percent(), node["pre"].Date()));
    }

    private static Design ReadDesign(SettingsNode node, HashSet<string> groups)
    {
        var inference = node["inference"];
        var method = inference["method"].OneOf("exact-randomisation", "sampled-randomisation");
        var draws = method == "sampled-randomisation" ? inference["draws"].WholeNumber() : 0;
        if (method == "sampled-randomisation" && draws < 99)
        {
            throw inference["draws"].Fault($"is {draws}; with fewer than 99 draws no p-value can reach 0.01");
        }

        return node.Done(inference.Done(new Design(
            node["id"].Text(), node["title"].Local(), node["estimator"].OneOf("did-2x2"), Known(node["control"], groups, "group"),
            method, draws, node["contrast"].Local())));
    }

    private static double Share(SettingsNode node) => node.Number() is > 0 and < 1 and var share
        ? share
        : throw node.Fault($"is {node.Text()}, which is not between 0 and 1");

    private static string Known(SettingsNode node, HashSet<string> known, string what) => known.Contains(node.Text())
        ? node.Text()
        : throw node.Fault($"is '{node.Text()}', and the registry has no such {what}. It has: {string.Join(", ", known.Order(StringComparer.Ordinal))}");

    private static List<T> Unique<T>(List<T> list, Func<T, string> id, SettingsNode node)
        => list.GroupBy(id).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw node.Fault($"has '{twice.Key}' twice")
            : list;
}
