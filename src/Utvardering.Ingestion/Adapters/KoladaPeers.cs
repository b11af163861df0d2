using System.Text.Json;
using System.Text.RegularExpressions;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// The similar municipalities of each municipality, out of Kolada's 3 600 groups: those titled "Liknande kommuner IFO, Borås, 2024". Groups
/// of that kind for regions are left out.
/// </summary>
internal sealed partial class KoladaPeers : ISourceAdapter
{
    public string Name => "kolada-peers";

    public bool ReadsFiles => false;

    public IReadOnlyList<string> Datasets => ["peer_municipalities"];

    public AdapterSettings ReadSettings(SettingsNode source, IReadOnlyList<string> fields) => new NoSettings();

    public Task<IReadOnlyList<LandedBody>> FetchAsync(Fetching fetching, CancellationToken cancellationToken) => KoladaLists.FetchAsync(fetching, cancellationToken);

    public void Stage(StagedRows staged)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        var lists = staged.Bodies.ToLookup(KoladaLists.IsOfGroups);
        JsonRows.Read(staged, lists[false], (_, json) =>
        {
            foreach (var municipality in KoladaLists.Municipalities(json))
            {
                codes.TryAdd(JsonRows.Text(municipality, "title") ?? "", JsonRows.Text(municipality, "id") ?? "");
            }
        });
        JsonRows.Stage(staged, lists[true], (_, json) => Rows(json, codes));
    }

    /// <summary>municipality_code, group_id, group_title, peer_code.</summary>
    private static IEnumerable<IReadOnlyList<string?>> Rows(JsonElement json, Dictionary<string, string> codes)
    {
        foreach (var group in json.GetProperty("values").EnumerateArray())
        {
            var title = JsonRows.Text(group, "title");
            if (Similar().Match(title ?? "") is { Success: true } similar && codes.TryGetValue(similar.Groups["name"].Value, out var code))
            {
                foreach (var member in group.GetProperty("members").EnumerateArray())
                {
                    yield return [code, JsonRows.Text(group, "id"), title, JsonRows.Text(member, "id")];
                }
            }
        }
    }

    [GeneratedRegex(@"^Liknande kommuner\b.*, (?<name>[^,]+), (?:19|20)[0-9]{2}$", RegexOptions.ExplicitCapture)]
    private static partial Regex Similar();
}
