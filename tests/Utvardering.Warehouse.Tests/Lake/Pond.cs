using System.Text.Json.Nodes;
using Utvardering.Testing;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Warehouse.Tests.Lake;

/// <summary>A small lake for one test.</summary>
internal sealed class Pond : IDisposable
{
    public static readonly DateTimeOffset Time = new(2024, 6, 1, 4, 15, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();

    /// <param name="threads">Null: as many as the machine has cores.</param>
    public Pond(int? threads = null)
    {
        Lake = new(folder["lake"]);
        Database = new(folder["spill"], new() { Threads = threads });
    }

    public LakeStore Lake { get; }

    public WorkDatabase Database { get; }

    /// <param name="values">Rows as SQL, <c>(key, value)</c>.</param>
    /// <param name="written">They are written before, in this order.</param>
    public Publication Publish(string values, DateTimeOffset? time = null, string source = "a", string landing = "x", bool synthetic = false, bool written = false) =>
        Publish($"select * from (values {values}) as t (k, v)", time ?? Time, source, landing, synthetic, written);

    /// <param name="select">A SELECT of the columns k and v.</param>
    public Publication PublishSelect(string select, bool written) => Publish(select, Time, "a", "x", synthetic: false, written);

    private Publication Publish(string select, DateTimeOffset time, string source, string landing, bool synthetic, bool written)
    {
        select = $"select k, v, '{landing}' as landing_sha256, 1::bigint as landing_row from ({select})";
        var draft = new VintageDraft
        {
            Dataset = "things",
            Source = source,
            Retrieved = time,
            Select = written ? null : select,
            Part = written ? ParquetPart.Write(Database, select, folder["written.parquet"]) : null,
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
            Landing = [new(landing, "https://example.org/1", time)],
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
