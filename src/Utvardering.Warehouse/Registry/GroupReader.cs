using Utvardering.Warehouse.Settings;

namespace Utvardering.Warehouse.Registry;

/// <summary>The entries of <c>groups.yaml</c>, one after another: a group may be named by those below it.</summary>
internal sealed class GroupReader(IReadOnlyList<Programme> programmes)
{
    private readonly List<ComparisonGroup> above = [];

    public ComparisonGroup Read(SettingsNode node)
    {
        var members = node["members"];
        var group = new ComparisonGroup(node["id"].Text(), node["title"].Local(), node["definite"].Local(), Members(members), Without(members));
        if (PilotIn(group) is { } pilot)
        {
            throw members.Fault($"of '{group.Id}' has pilots of '{pilot}' in it, and a pilot is in no comparison group: leave them out with 'without: targeted' or 'without: [{pilot}]', or choose among others");
        }

        above.Add(group);
        return node.Done(members.Done(group));
    }

    private GroupMembers Members(SettingsNode members)
    {
        var ways = new[] { "programme", "all", "peers", "nearest" }.Where(way => members.Find(way) is not null).ToList();
        return ways switch
        {
            ["programme"] => new ProgrammeMembers(Programme(members["programme"])),
            ["all"] => members["all"].Flag() ? new EveryMunicipality() : throw members["all"].Fault("is 'false': leave it out and say who the members are"),
            ["peers"] => new PeerMembers(OfAProgramme(members["peers"]), By(members["by"])),
            ["nearest"] => Nearest(members),
            _ => throw members.Fault("should have one of: programme, all, peers, nearest"),
        };
    }

    private NearestMembers Nearest(SettingsNode members)
    {
        var by = members["by"];
        return members.Find("without") is { } without
            ? throw without.Fault("is not for 'nearest': the group under 'among' says who can be chosen")
            : new(
                members["nearest"].Positive(), OfAProgramme(members["of"]), Above(members["among"]).Id,
                By(by, item => item.OneOf([.. NearestMembers.Criteria])));
    }

    private static List<string> By(SettingsNode node, Func<SettingsNode, string>? read = null)
    {
        var by = node.Items().Select(item => (read ?? (plain => plain.Text()))(item)).ToList();
        return by.Count == 0 || by.Distinct(StringComparer.Ordinal).Count() < by.Count
            ? throw node.Fault("should name one thing or more, each once")
            : by;
    }

    private IReadOnlyList<string> Without(SettingsNode members) => members.Find("without") switch
    {
        null => [],
        { IsList: true } list => [.. list.Items().Select(Programme)],
        var word when word.OneOf("targeted") == "targeted" => [.. programmes.Where(programme => programme.Targeted).Select(programme => programme.Id)],
        _ => [],
    };

    /// <summary>A programme whose pilots the group would hold without being the pilots' own group; null where there is none.</summary>
    private string? PilotIn(ComparisonGroup group) => group.Members switch
    {
        // Of the groups above only the pilots' own has any.
        NearestMembers nearest => PilotsLeftIn(group).FirstOrDefault(pilot => pilot.Id == above.Single(candidate => candidate.Id == nearest.Among).Programme)?.Id,
        ProgrammeMembers own => PilotsLeftIn(group).FirstOrDefault(pilot => pilot.Id != own.Programme && Codes(pilot).Overlaps(Codes(Of(own))))?.Id,
        _ => PilotsLeftIn(group).FirstOrDefault()?.Id,
    };

    private IEnumerable<Programme> PilotsLeftIn(ComparisonGroup group) => programmes.Where(programme =>
        programme.Participants.Any(part => part.Role == "pilot") && !group.Without.Contains(programme.Id));

    private Programme Of(ProgrammeMembers members) => programmes.Single(programme => programme.Id == members.Programme);

    private static HashSet<string?> Codes(Programme programme) => [.. programme.Participants.Select(part => part.Municipality)];

    private string Programme(SettingsNode node) => programmes.Any(programme => programme.Id == node.Text())
        ? node.Text()
        : throw node.Fault($"is '{node.Text()}', and the registry has no such programme");

    private ComparisonGroup Above(SettingsNode node) => above.Find(group => group.Id == node.Text())
        ?? throw node.Fault($"is '{node.Text()}', and no group above has that id");

    private string OfAProgramme(SettingsNode node) => Above(node).Members is ProgrammeMembers
        ? node.Text()
        : throw node.Fault($"is '{node.Text()}', whose members are not a programme's");
}
