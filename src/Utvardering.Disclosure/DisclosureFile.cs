using Utvardering.Warehouse;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Disclosure;

/// <summary>The rules of <c>pipelines/disclosure.yaml</c>.</summary>
/// <param name="Tables">The tables that may leave; one that is not listed does not.</param>
/// <param name="Rules">The rules, the first that fits a row decides; a row that none fits stays behind.</param>
public sealed record DisclosureFile(IReadOnlyList<DisclosureTable> Tables, IReadOnlyList<DisclosureRule> Rules)
{
    private static readonly string[] Levels = ["municipality", "group", "contrast"];

    /// <exception cref="InputException">The file is missing or malformed.</exception>
    public static DisclosureFile Load(string pipelines)
    {
        var node = SettingsFile.Load(Path.Combine(pipelines, "disclosure.yaml"));
        var tables = node["tables"];
        return node.Done(new DisclosureFile(
            [.. tables.Keys.Select(name => Table(name, tables[name]))],
            [.. node["rules"].Items().Select(Rule)]));
    }

    private static DisclosureTable Table(string name, SettingsNode node)
    {
        var level = node["level"].OneOf([.. Levels, "none"]);
        return node.Done(new DisclosureTable(name, level, level == "none" ? [] : node["values"].Texts()));
    }

    private static DisclosureRule Rule(SettingsNode node)
    {
        var when = node["when"];
        var action = node["action"].OneOf("pass", "suppress", "withhold");
        return node.Done(when.Done(new DisclosureRule(
            node["id"].Text(), node["title"].Local(), when["origin"].OneOf("published", "delivered"), when.Find("level")?.OneOf(Levels),
            action, action == "suppress" ? node["minimum_persons"].Positive() : 0)
        {
            MinimumMunicipalities = action == "suppress" ? node.Find("minimum_municipalities")?.Positive() ?? 0 : 0,
        }));
    }
}
