using System.Globalization;
using System.Text.Json.Nodes;
using Utvardering.Ingestion;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.SourceStates;
using Utvardering.Testing;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Portal.Tests.Made;

/// <summary>Vintages of the sample profile's sources with made-up rows, and what the last attempts left.</summary>
internal sealed class MadeLake(string data)
{
    private static readonly ProjectFolder Project = new(Repository.Root);
    private readonly LakeStore lake = new(Path.Combine(data, "lake"));
    private readonly SourceStateStore states = new(data);

    /// <summary>Publishes a vintage.</summary>
    /// <param name="source">The source.</param>
    /// <param name="time">When it was retrieved.</param>
    /// <param name="first">The first row's number; rows before it are not in the vintage.</param>
    /// <param name="last">The last row's number.</param>
    /// <param name="revised">So many of the first rows have another value.</param>
    public Vintage Publish(string source, DateTimeOffset time, int first, int last, int revised = 0)
    {
        var definition = Of(source);
        using var database = new WorkDatabase(Path.Combine(data, "spill"));
        return lake.Publish(database, new VintageDraft
        {
            Dataset = definition.Dataset,
            Source = source,
            Retrieved = time,
            Select = string.Create(CultureInfo.InvariantCulture, $"select i::bigint as row, (i * 7 + case when i < {first + revised} then 1 else 0 end)::double as value, 'x' as landing_sha256 from range({first}, {last} + 1) as t (i)"),
            ContentColumns = ["row", "value"],
            ProvenanceColumns = ["landing_sha256"],
            Key = ["row"],
            Schema = new JsonObject
            {
                ["fields"] = new JsonArray(Field("row", "integer"), Field("value", "number"), Field("landing_sha256", "string")),
                ["uniqueKeys"] = new JsonArray(new JsonArray("row")),
            },
            SourceTitle = definition.Title,
            Attribution = definition.Title,
            Origin = "published",
            Synthetic = true,
            Landing = [new("x", "https://example.org/", time)],
        }).Vintage;
    }

    /// <summary>Says that the source answered, with the vintage that now stands.</summary>
    public void Answered(string source, DateTimeOffset time, Vintage vintage, bool isNew, params string[] warnings) => Record(source, time, vintage, isNew, [], warnings);

    /// <summary>Says that a file was refused, and the vintage from before stands.</summary>
    public void Refused(string source, DateTimeOffset time, Vintage vintage, RefusedFile file) => Record(source, time, vintage, isNew: false, [file], []);

    /// <summary>Says that the source did not answer.</summary>
    public void Failed(string source, DateTimeOffset time, string reason) => states.Record(Of(source), time, new SourceException(reason));

    private void Record(string source, DateTimeOffset time, Vintage vintage, bool isNew, RefusedFile[] refused, string[] warnings) => states.Record(Of(source), time, new IngestOutcome
    {
        Source = source,
        Dataset = vintage.Dataset,
        Vintage = vintage,
        IsNew = isNew,
        RowsAccepted = refused.Length > 0 ? 0 : vintage.ReadPackage().RowCount,
        DuplicatesDropped = 0,
        Landed = [],
        Refused = refused,
        Warnings = warnings,
    });

    private static SourceDefinition Of(string source) => SourceReader.Read(Project, Path.Combine(Project.Sources, source + ".yaml"));

    private static JsonObject Field(string name, string type) => new() { ["name"] = name, ["type"] = type };
}
