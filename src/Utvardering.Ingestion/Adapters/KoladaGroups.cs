using System.Text.Json;
using System.Text.RegularExpressions;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Schemas;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// The SKR group of each municipality, out of Kolada's 3 600 groups: those with the title of an SKR group ("Större stad (ovägt medel)").
/// A municipality in none gets a row without a group, which the schema refuses.
/// </summary>
internal sealed partial class KoladaGroups : ISourceAdapter
{
    public string Name => "kolada-groups";

    public bool ReadsFiles => false;

    public IReadOnlyList<string> Datasets => ["municipality_groups"];

    public AdapterSettings ReadSettings(SettingsNode source, IReadOnlyList<string> fields) => new NoSettings();

    public Task<IReadOnlyList<LandedBody>> FetchAsync(Fetching fetching, CancellationToken cancellationToken) => KoladaLists.FetchAsync(fetching, cancellationToken);

    public void Stage(StagedRows staged)
    {
        var codes = CodeList.Read(staged.Project, "skr-group").Map("label_sv", "code");
        var groupsOf = new List<(string Municipality, string Group)>();
        var lists = staged.Bodies.ToLookup(KoladaLists.IsOfGroups);
        JsonRows.Read(staged, lists[true], (_, json) => groupsOf.AddRange(Members(json, codes)));
        var groups = groupsOf.ToLookup(pair => pair.Municipality, pair => pair.Group, StringComparer.Ordinal);
        JsonRows.Stage(staged, lists[false], (_, json) => Rows(json, groups));
    }

    private static IEnumerable<(string Municipality, string Group)> Members(JsonElement json, IReadOnlyDictionary<string, string> codes)
    {
        foreach (var group in json.GetProperty("values").EnumerateArray())
        {
            var title = Suffix().Replace(group.GetProperty("title").GetString() ?? "", "").Trim();
            if (codes.TryGetValue(title, out var code))
            {
                foreach (var member in group.GetProperty("members").EnumerateArray())
                {
                    yield return (member.GetProperty("id").GetString() ?? "", code);
                }
            }
        }
    }

    /// <summary>municipality_code, municipality, skr_group.</summary>
    private static IEnumerable<IReadOnlyList<string?>> Rows(JsonElement json, ILookup<string, string> groups)
    {
        foreach (var municipality in KoladaLists.Municipalities(json))
        {
            var code = municipality.GetProperty("id").GetString() ?? "";
            foreach (var group in groups[code].Cast<string?>().DefaultIfEmpty(null))
            {
                yield return [code, JsonRows.Text(municipality, "title"), group];
            }
        }
    }

    [GeneratedRegex(@"\s*\((o?vägt medel)\)\s*$")]
    private static partial Regex Suffix();
}
