using System.Text.Json;
using Utvardering.Ingestion.Landing;

namespace Utvardering.Ingestion.Adapters;

/// <summary>Kolada's two lists that what groups say of municipalities is read from: its 3 600 groups, and the municipalities.</summary>
internal static class KoladaLists
{
    private const string Groups = "/municipality_groups";

    public static async Task<IReadOnlyList<LandedBody>> FetchAsync(Fetching fetching, CancellationToken cancellationToken)
    {
        var bodies = new List<LandedBody>();
        foreach (var rest in new[] { $"{Groups}?{KoladaPages.PerPage(fetching)}", $"/municipality?region_type=K&{KoladaPages.PerPage(fetching)}" })
        {
            bodies.AddRange(await KoladaPages.AskAllAsync(fetching, rest, cancellationToken));
        }

        return bodies;
    }

    public static bool IsOfGroups(LandedBody body) => body.Origin.Contains(Groups, StringComparison.Ordinal);

    /// <summary>The municipalities of a page: regions are left out.</summary>
    public static IEnumerable<JsonElement> Municipalities(JsonElement page) =>
        page.GetProperty("values").EnumerateArray().Where(item => JsonRows.Text(item, "type") is "K" or null);
}
