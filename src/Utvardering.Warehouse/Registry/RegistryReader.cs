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
        var participants = targeted
            ? node["participants"].Items().Select(item => Participant(item, municipalities, documents)).ToList()
            : [Everywhere(node["everywhere"], documents)];
        return node.Done(new Programme(
            node["id"].Text(), node["title"].Local(), node["note"].Local(), targeted, node["strands"].Texts(), participants));
    }

    public static Indicator Indicator(SettingsNode node)
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
        });
    }

    public static ComparisonGroup Group(SettingsNode node, HashSet<string> programmes, IReadOnlyList<string> targeted)
    {
        var members = node["members"];
        var programme = members.Find("programme");
        var everyone = members.Find("all")?.Flag() ?? false;
        if (programme is null && !everyone)
        {
            throw members.Fault("names neither a programme nor 'all: true'");
        }

        var without = members.Find("without");
        var excluded = without switch
        {
            null => [],
            { IsList: true } => without.Items().Select(item => Known(item, programmes, "programme")).ToList(),
            _ when without.OneOf("targeted") == "targeted" => targeted,
            _ => [],
        };
        return node.Done(members.Done(new ComparisonGroup(
            node["id"].Text(), node["title"].Local(), node["definite"].Local(),
            programme is null ? null : Known(programme, programmes, "programme"), excluded)));
    }

    private static Participation Participant(SettingsNode node, HashSet<string> municipalities, HashSet<string> documents)
    {
        var participation = Dated(node, Known(node["municipality"], municipalities, "municipality code"), node["role"].Text(), documents);
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
