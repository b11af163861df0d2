using Utvardering.Warehouse.Settings;

namespace Utvardering.Warehouse.Registry;

/// <summary>One entry of each registry file, with its references checked where they stand.</summary>
internal static class RegistryReader
{
    public static SourceDocument Document(SettingsNode node)
    {
        return node.Done(new SourceDocument(node["id"].Text(), node["publisher"].Text(), node["title"].Text(), node["published"].Text()));
    }

    public static Programme Programme(SettingsNode node, HashSet<string> municipalities, HashSet<string> documents)
    {
        var targeted = node["targeted"].Flag();
        var strands = node["strands"].Texts();
        var participants = targeted
            ? node["participants"].Items().Select(item => Participant(item, municipalities, documents, strands)).ToList()
            : [Everywhere(node["everywhere"], documents)];
        return node.Done(new Programme(node["id"].Text(), node["title"].Local(), node["note"].Local(), targeted, strands, participants));
    }

    public static Indicator Indicator(SettingsNode node, HashSet<string> documents)
    {
        var group = node["group"].OneOf("ratio_of_sums", "population_weighted", "unweighted_mean");
        var denominator = node.Find("denominator")?.OneOf("population_total", "population_0_20", "cases");
        if (group != "unweighted_mean" && denominator is null)
        {
            throw node["group"].Fault($"is '{group}', which needs a denominator");
        }

        // News of police events are chosen case by case: context, never a measure.
        var measure = node["measure"].OneOf("reported_offences", "indicator_values", "deliveries");
        return node.Done(new Indicator(
            node["id"].Text(), node["title"].Local(), node["unit"].Local(), measure, node["code"].Text(),
            node["grain"].OneOf("month", "quarter", "year"), node.Find("per")?.Number() ?? 1, denominator, group,
            node["better"].OneOf("lower", "higher", "neither"), [.. node["caveats"].Items().Select(item => item.Local())])
        {
            Numerator = node.Find("numerator")?.Local(),
            SmallNumbers = node.Find("smallNumbers")?.Local(),
            Domain = node["domain"].OneOf("crime", "care_and_support", "ways_of_working", "costs", "context"),
            Breaks = [.. (node.Find("breaks")?.Items() ?? []).Select(item => Break(item, documents))],
        });
    }

    public static PopulationClass PopulationClass(SettingsNode node)
        => node.Done(new PopulationClass(node["id"].Text(), node["from"].WholeNumber(), node["title"].Local()));

    private static IndicatorBreak Break(SettingsNode node, HashSet<string> documents)
        => node.Done(new IndicatorBreak(node["from"].Date(), node["text"].Local(), Known(node["document"], documents, "document")));

    private static Participation Participant(SettingsNode node, HashSet<string> municipalities, HashSet<string> documents, IReadOnlyList<string> strands)
    {
        var own = node.Find("strands")?.Items().Select(item => item.OneOf([.. strands])).ToList() ?? [];
        var participation = Dated(node, Known(node["municipality"], municipalities, "municipality code"), node["role"].Text(), documents) with { Strands = own };
        return participation.To < participation.From
            ? throw node["to"].Fault("is before 'from'")
            : participation;
    }

    private static Participation Everywhere(SettingsNode node, HashSet<string> documents)
        => Dated(node, null, "everywhere", documents);

    private static Participation Dated(SettingsNode node, string? municipality, string role, HashSet<string> documents) => node.Done(new Participation(
        municipality, role, node["from"].Date(), node.Find("to")?.Date(), Known(node["document"], documents, "document"),
        node["certainty"].OneOf("exact", "month_assumed")));

    private static string Known(SettingsNode node, HashSet<string> known, string what) => known.Contains(node.Text())
        ? node.Text()
        : throw node.Fault($"is '{node.Text()}', and the registry has no such {what}");
}
