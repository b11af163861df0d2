using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Schemas;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lake;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Ingestion;

/// <summary>Checked rows, with what is known of them, as a draft for the lake.</summary>
internal static class VintageDrafts
{
    private const string Landed = "landed_bodies";

    public static VintageDraft Of(StagedRows staged, bool synthetic, long duplicates, IReadOnlyList<Correction> corrections)
    {
        var source = staged.Source;
        return new()
        {
            Dataset = source.Dataset,
            Source = source.Source,
            Retrieved = staged.Bodies.Max(body => body.Retrieved),
            Select = staged.Direct is null ? Select(staged) : null,
            Part = staged.Direct,
            ContentColumns = staged.Schema.FieldNames,
            ProvenanceColumns = Ingestor.ProvenanceColumns,
            Key = staged.Schema.PrimaryKey,
            Schema = VintageSchema.Of(staged.Schema, staged.Project, source.Adapter),
            SourceTitle = source.Title,
            Attribution = source.Attribution,
            Origin = source.Origin == SourceOrigin.Delivered ? "delivered" : "published",
            Licence = source.Licence,
            Asked = source.Asked,
            DuplicatesDropped = duplicates,
            Synthetic = synthetic,
            Landing = [.. staged.Bodies.Select(body => new DataPackageLanding(body.Sha256, body.Origin, body.Retrieved))],
            Notes = staged.Notes,
            Corrections =
            [
                .. corrections.Select(one => new DataPackageCorrection(one.Id, one.Key, one.Column, one.Old, one.New, one.Reason, one.Document, one.Who, one.Date)),
            ],
            Complete = source.Complete,
        };
    }

    private static string Select(StagedRows staged)
    {
        var bodies = string.Join(", ", staged.Bodies.Select((body, index) => $"({index}, {SqlText.Literal(body.Sha256)})"));
        staged.Database.Execute($"create or replace table {Landed} as select * from (values {bodies}) as body (file, landing_sha256)");
        return $"select * from {TypedRows.View} join {Landed} on file = {StagedRows.FileColumn}";
    }
}
