using System.Text.Json.Nodes;
using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion;

/// <summary>Checked rows, with what is known of them, as a draft for the lake.</summary>
internal static class VintageDrafts
{
    private const string Landed = "landed_bodies";

    public static VintageDraft Of(StagedRows staged, bool synthetic, long duplicates)
    {
        var bodies = string.Join(", ", staged.Bodies.Select((body, index) => $"({index}, {SqlText.Literal(body.Sha256)})"));
        staged.Database.Execute($"create or replace table {Landed} as select * from (values {bodies}) as body (file, landing_sha256)");
        var source = staged.Source;
        return new()
        {
            Dataset = source.Dataset,
            Source = source.Source,
            Retrieved = staged.Bodies.Max(body => body.Retrieved),
            Select = $"select * from {TypedRows.View} join {Landed} on file = {StagedRows.FileColumn}",
            ContentColumns = staged.Schema.FieldNames,
            ProvenanceColumns = Ingestor.ProvenanceColumns,
            Key = staged.Schema.PrimaryKey,
            Schema = WithProvenance(staged.Schema.Json),
            SourceTitle = source.Title,
            Attribution = source.Attribution,
            Origin = source.Origin == SourceOrigin.Delivered ? "delivered" : "published",
            Licence = source.Licence,
            Asked = source.Asked,
            DuplicatesDropped = duplicates,
            Synthetic = synthetic,
            Landing = [.. staged.Bodies.Select(body => new DataPackageLanding(body.Sha256, body.Origin, body.Retrieved))],
            Notes = staged.Notes,
            Complete = source.Complete,
        };
    }

    private static JsonObject WithProvenance(JsonObject schema)
    {
        var whole = (JsonObject)schema.DeepClone();
        whole["fields"]!.AsArray().Add(new JsonObject { ["name"] = "landing_sha256", ["type"] = "string", ["description"] = "The landed body the row came from." });
        whole["fields"]!.AsArray().Add(new JsonObject { ["name"] = "landing_row", ["type"] = "integer", ["description"] = "The row's number in that body." });
        return whole;
    }
}
