using System.Globalization;
using System.Text.Json;
using Utvardering.SampleData.Model;
using Utvardering.SampleData.Settings;

namespace Utvardering.SampleData.Kolada;

/// <summary>Kolada's lists of key figures, municipalities and groups of municipalities.</summary>
internal sealed class KoladaCatalogue(World world)
{
    /// <summary>Kolada's own group of every municipality.</summary>
    private const string EveryMunicipality = "G2328";

    private readonly Lazy<IReadOnlyList<(string Id, string Title, Municipality[] Members)>> groups = new(() =>
    [
        (EveryMunicipality, Unweighted("Alla kommuner"), [.. world.Municipalities]),
        .. world.Settings.SkrGroups
            .Select(group => (group.Kolada, Unweighted(group.Title), world.Municipalities.Where(municipality => municipality.SkrGroup == group.Code).ToArray()))
            .OrderBy(group => group.Kolada, StringComparer.Ordinal),
        .. world.Settings.Kolada.Similar.SelectMany(similar => KoladaSimilar.Of(world, similar)),
    ]);

    public IReadOnlyList<(string Id, string Title, Municipality[] Members)> Groups => groups.Value;

    public void Write(Utf8JsonWriter json, Kpi kpi)
    {
        var lastYear = world.Calendar.LastKpiYear(kpi);
        json.WriteStartObject();
        json.WriteString("id", kpi.Code);
        json.WriteString("title", kpi.Name);
        json.WriteString("description", "Syntetiska uppgifter i exempelvärlden, inte statistik.");
        json.WriteBoolean("is_divided_by_gender", kpi.ByGender);
        json.WriteString("municipality_type", "K");
        json.WriteNull("auspice");
        json.WriteString("operating_area", kpi.Area);
        json.WriteNull("perspective");
        json.WriteNull("prel_publication_date");
        json.WriteString("publication_date", kpi.Published.In(lastYear + 1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("publ_period", lastYear.ToString(CultureInfo.InvariantCulture));
        json.WriteBoolean("has_ou_data", false);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, Municipality municipality)
    {
        json.WriteStartObject();
        json.WriteString("id", municipality.Code);
        json.WriteString("title", municipality.Name);
        json.WriteString("type", "K");
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, (string Id, string Title, Municipality[] Members) group)
    {
        json.WriteStartObject();
        json.WriteString("id", group.Id);
        json.WriteString("title", group.Title);
        json.Array("members", group.Members, member =>
        {
            json.WriteStartObject();
            json.WriteString("id", member.Code);
            json.WriteString("title", member.Name);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    // Kolada's figures of a group are plain means of its members', and its titles say so.
    private static string Unweighted(string title) => title + " (ovägt medel)";
}
