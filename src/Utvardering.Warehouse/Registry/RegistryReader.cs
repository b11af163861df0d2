using Utvardering.Warehouse.Settings;

namespace Utvardering.Warehouse.Registry;

/// <summary>One entry of each registry file, with its references checked where they stand.</summary>
internal static class RegistryReader
{
    public static SourceDocument Document(SettingsNode node)
    {
        node.Only("id", "publisher", "title", "published");
        return new SourceDocument(node["id"].Text(), node["publisher"].Text(), node["title"].Text(), node["published"].Text());
    }

    public static Programme Programme(SettingsNode node, HashSet<string> municipalities, HashSet<string> documents)
    {
        node.Only("id", "title", "targeted", "strands", "note", "participants", "everywhere");
        var targeted = node["targeted"].Flag();
        var participants = targeted
            ? node["participants"].Items().Select(item => Participant(item, municipalities, documents)).ToList()
            : [Everywhere(node["everywhere"], documents)];
        return new Programme(
            node["id"].Text(), node["title"].Local(), node["note"].Local(), targeted, node["strands"].Texts(), participants);
    }

    public static Indicator Indicator(SettingsNode node)
    {
        node.Only("id", "title", "unit", "measure", "code", "grain", "per", "denominator", "group", "better", "caveats");
        var group = node["group"].OneOf("ratio_of_sums", "population_weighted", "unweighted_mean");
        var denominator = node.Find("denominator")?.OneOf("population_total", "population_0_20", "cases");
        if (group != "unweighted_mean" && denominator is null)
        {
            throw node["group"].Fault($"is '{group}', which needs a denominator");
        }

        return new Indicator(
            node["id"].Text(), node["title"].Local(), node["unit"].Local(), node["measure"].Text(), node["code"].Text(),
            node["grain"].OneOf("month", "quarter", "year"), node.Find("per")?.Number() ?? 1, denominator, group,
            node["better"].OneOf("lower", "higher", "neither"), [.. node["caveats"].Items().Select(item => item.Local())]);
    }

    public static ComparisonGroup Group(SettingsNode node, HashSet<string> programmes, IReadOnlyList<string> targeted)
    {
        node.Only("id", "title", "definite", "members");
        var members = node["members"].Only("programme", "all", "without");
        var programme = members.Find("programme");
        if (programme is null && members.Find("all")?.Flag() != true)
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
        return new ComparisonGroup(
            node["id"].Text(), node["title"].Local(), node["definite"].Local(),
            programme is null ? null : Known(programme, programmes, "programme"), excluded);
    }

    private static Participation Participant(SettingsNode node, HashSet<string> municipalities, HashSet<string> documents)
    {
        node.Only("municipality", "role", "from", "to", "document", "certainty");
        var participation = Dated(node, Known(node["municipality"], municipalities, "municipality code"), node["role"].Text(), documents);
        return participation.To < participation.From
            ? throw node["to"].Fault("is before 'from'")
            : participation;
    }

    private static Participation Everywhere(SettingsNode node, HashSet<string> documents)
        => Dated(node.Only("from", "to", "document", "certainty"), null, "everywhere", documents);

    private static Participation Dated(SettingsNode node, string? municipality, string role, HashSet<string> documents) => new(
        municipality, role, node["from"].Date(), node.Find("to")?.Date(), Known(node["document"], documents, "document"),
        node["certainty"].OneOf("exact", "month_assumed"));

    private static string Known(SettingsNode node, HashSet<string> known, string what) => known.Contains(node.Text())
        ? node.Text()
        : throw node.Fault($"is '{node.Text()}', and the registry has no such {what}");
}
