using System.Globalization;
using System.Text.Json.Nodes;
using System.Web;

namespace Utvardering.Testing.Replay.Sources;

/// <summary>Kolada's real catalogue and values, put together again as its pages.</summary>
internal sealed class RecordedKolada(JsonArray indicators, JsonArray municipalities, JsonArray groups, IReadOnlyList<RecordedKolada.Value> values)
{
    /// <param name="Number">As it was written down from Kolada.</param>
    internal sealed record Value(string Kpi, string Municipality, int Year, double Number);

    public static RecordedKolada Read(string folder) => new(
        Array(Path.Combine(folder, "kpi_v3.json")),
        [.. Rows(Path.Combine(folder, "municipality_v3.csv")).Select(row => new JsonObject { ["id"] = row[0], ["title"] = row[1], ["type"] = row[2] })],
        Array(Path.Combine(folder, "municipality_groups_v3.json")),
        [.. Rows(Path.Combine(folder, "values_2023_2025.csv"))
            .Where(row => row[4].StartsWith("kolada:", StringComparison.Ordinal))
            .Select(row => new Value(row[4]["kolada:".Length..], row[0], int.Parse(row[5], CultureInfo.InvariantCulture), double.Parse(row[3], CultureInfo.InvariantCulture)))]);

    public ReplayAnswer? Answer(string address)
    {
        var uri = new Uri(address);
        var query = HttpUtility.ParseQueryString(uri.Query);
        return uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["v3", "kpi"] => Page(address, query, [.. indicators]),
            ["v3", "municipality_groups"] => Page(address, query, [.. groups]),
            ["v3", "municipality"] => Page(address, query, [.. municipalities.Where(item => query["region_type"] is null || item!["type"]!.GetValue<string>() == query["region_type"])]),
            ["v3", "data", "kpi", var kpis, "year", var years] => Page(address, query, Data(kpis.Split(','), years.Split(','))),
            _ => null,
        };
    }

    private JsonNode?[] Data(string[] kpis, string[] years) =>
    [
        .. from value in values
           where kpis.Contains(value.Kpi) && years.Contains(value.Year.ToString(CultureInfo.InvariantCulture))
           orderby value.Kpi, value.Municipality, value.Year
           select new JsonObject
           {
               ["kpi"] = value.Kpi,
               ["municipality"] = value.Municipality,
               ["period"] = value.Year,
               ["values"] = new JsonArray(new JsonObject { ["gender"] = "T", ["count"] = 1, ["status"] = "", ["value"] = value.Number, ["isdeleted"] = false }),
           },
    ];

    private static ReplayAnswer Page(string address, System.Collections.Specialized.NameValueCollection query, JsonNode?[] items)
    {
        var size = int.Parse(query["per_page"] ?? "5000", CultureInfo.InvariantCulture);
        var page = int.Parse(query["page"] ?? "1", CultureInfo.InvariantCulture);
        var shown = items.Skip((page - 1) * size).Take(size).Select(item => item!.DeepClone()).ToArray();
        query["page"] = (page + 1).ToString(CultureInfo.InvariantCulture);
        return ReplayAnswer.Json(new JsonObject
        {
            ["values"] = new JsonArray(shown),
            ["next_url"] = page * size < items.Length ? $"{address.Split('?')[0]}?{query}" : null,
            ["previous_url"] = null,
            ["count"] = shown.Length,
        }.ToJsonString());
    }

    private static JsonArray Array(string file) => JsonNode.Parse(File.ReadAllBytes(file))!.AsArray();

    private static IEnumerable<string[]> Rows(string file) => File.ReadLines(file).Skip(1).Select(line => line.Split(','));
}
