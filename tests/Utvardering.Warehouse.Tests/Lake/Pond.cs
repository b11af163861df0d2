using System.Text.Json.Nodes;
using Utvardering.Testing;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Warehouse.Tests.Lake;

/// <summary>A small lake for one test.</summary>
internal sealed class Pond : IDisposable
{
    public static readonly DateTimeOffset Time = new(2024, 6, 1, 4, 15, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();

    public Pond()
    {
        Lake = new(folder["lake"]);
        Database = new(folder["spill"]);
    }

    public LakeStore Lake { get; }

    public WorkDatabase Database { get; }

    /// <param name="values">Rows as SQL, <c>(key, value)</c>.</param>
    public Publication Publish(string values, DateTimeOffset? time = null, string source = "a", string landing = "x", bool synthetic = false)
    {
        var draft = new VintageDraft
        {
            Dataset = "things",
            Source = source,
            Retrieved = time ?? Time,
            Select = $"select k, v, '{landing}' as landing_sha256, 1::bigint as landing_row from (values {values}) as t (k, v)",
            ContentColumns = ["k", "v"],
            ProvenanceColumns = ["landing_sha256", "landing_row"],
            Key = ["k"],
            Schema = new JsonObject { ["fields"] = new JsonArray() },
            SourceTitle = new("Källa Å", "Source Å"),
            Attribution = new("Källa: Å", "Source: Å"),
            Origin = "published",
            Licence = "CC0-1.0",
            Asked = "https://example.org/",
            Synthetic = synthetic,
            Landing = [new(landing, "https://example.org/1", time ?? Time)],
            Complete = new Dictionary<string, DateOnly> { ["1311"] = new(2020, 1, 1), ["1210"] = new(2019, 7, 1) },
        };
        return Lake.Publish(Database, draft);
    }

    public void Dispose()
    {
        Database.Dispose();
        folder.Dispose();
    }
}
