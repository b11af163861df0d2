using System.Text.Json.Nodes;
using Utvardering.Testing;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Warehouse.Tests.Vintages;

/// <summary>A lake with a dataset of indicator, municipality (may be empty), month and value.</summary>
internal sealed class Series : IDisposable
{
    public static readonly DateTimeOffset Time = new(2024, 6, 1, 4, 15, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();
    private readonly WorkDatabase database;

    public Series()
    {
        Lake = new(folder["lake"]);
        database = new(folder["spill"]);
    }

    public LakeStore Lake { get; }

    /// <param name="day">Days after <see cref="Time"/>.</param>
    /// <param name="rows">Rows as SQL, <c>(indicator, municipality, month, value, status)</c>.</param>
    public Vintage Publish(int day, string rows, string source = "a", string origin = "published", string landing = "x", string extra = "")
    {
        var columns = new[] { ("indicator", "string"), ("municipality", "string"), ("month", "date"), ("value", "number"), ("status", "string") };
        var added = extra.Length == 0 ? [] : new[] { (extra, "string") };
        var fields = columns.Concat(added).Select(column => (JsonNode)new JsonObject { ["name"] = column.Item1, ["type"] = column.Item2 }).ToArray();
        fields[1]["registry"] = "municipalities";
        return Lake.Publish(database, new VintageDraft
        {
            Dataset = "series",
            Source = source,
            Retrieved = Time.AddDays(day),
            Select = "select indicator, municipality, month::date as month, value::double as value, status::varchar as status" +
                $"{(extra.Length == 0 ? "" : $", 'x' as {extra}")}, '{landing}' as landing_sha256, 1::bigint as landing_row from (values {rows}) as t (indicator, municipality, month, value, status)",
            ContentColumns = [.. columns.Concat(added).Select(column => column.Item1)],
            ProvenanceColumns = ["landing_sha256", "landing_row"],
            Key = ["indicator", "municipality", "month"],
            Schema = new JsonObject
            {
                ["fields"] = new JsonArray([.. fields, new JsonObject { ["name"] = "landing_sha256", ["type"] = "string" }, new JsonObject { ["name"] = "landing_row", ["type"] = "integer" }]),
                ["uniqueKeys"] = new JsonArray(new JsonArray("indicator", "municipality", "month")),
            },
            SourceTitle = new("Källa", "Source"),
            Attribution = new("Källa: Å", "Source: Å"),
            Origin = origin,
            Landing = [new(landing, "https://example.org/1", Time.AddDays(day))],
        }).Vintage;
    }

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }
}
