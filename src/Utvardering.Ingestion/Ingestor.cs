using Utvardering.Ingestion.Adapters;
using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Deliveries;
using Utvardering.Ingestion.Deliveries.Contract;
using Utvardering.Ingestion.Deliveries.Gate;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Schemas;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
using Utvardering.Ingestion.Transport;
using Utvardering.Warehouse;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion;

/// <summary>
/// The way from a source to the lake: deliveries pass the personal-data gate, bytes are landed, rows staged as texts and checked against
/// the dataset's schema, and all of them become a vintage, or none.
/// </summary>
/// <param name="project">Where the definitions lie.</param>
/// <param name="definitions">A hash of definitions and program: with it, bodies that were read before are not read again. Null: always read.</param>
/// <param name="clock">Of decisions and the audit log; the system's when null.</param>
/// <param name="variables">Looks an environment variable up (the keys for refused deliveries); the process's when null.</param>
public sealed class Ingestor(ProjectFolder project, string? definitions = null, TimeProvider? clock = null, Func<string, string?>? variables = null)
{
    /// <summary>Columns of every vintage that say which landed body a row came from, and which row of it.</summary>
    public static IReadOnlyList<string> ProvenanceColumns { get; } = ["landing_sha256", "landing_row"];

    /// <param name="dataRoot">Holds <c>landing/</c>, <c>lake/</c> and <c>quarantine/</c>.</param>
    /// <param name="progress">Told what is being asked and read.</param>
    /// <returns>With refused files: their reports, and the vintage that still stands.</returns>
    /// <exception cref="SourceException">The source did not give an answer to the question.</exception>
    /// <exception cref="InputException">Files or definitions are missing or wrong.</exception>
    public async Task<IngestOutcome> IngestAsync(
        SourceDefinition source, ISourceTransport transport, string dataRoot, IProgress<string>? progress = null, CancellationToken cancellationToken = default)
    {
        var lake = new LakeStore(Path.Combine(dataRoot, "lake"));
        lake.SweepStaging();
        var landing = new LandingStore(Path.Combine(dataRoot, "landing"), source.Source);
        landing.SweepStaging();
        var schema = SchemaReader.Read(project, source.Dataset);
        var gate = Gate(source, schema, dataRoot);
        transport = gate is null ? transport : new GatedTransport(transport, gate);
        var retrieval = await Retrieval.RunAsync(source, project, transport, landing, progress, cancellationToken);
        var bodies = retrieval.Bodies;
        cancellationToken.ThrowIfCancellationRequested();
        var before = definitions is null ? null : new ReadBefore(landing.Folder, definitions);
        // A file that the gate refused is none of the bodies, and is told all the same.
        if (bodies.Count > 0 && gate is not { Refused.Count: > 0 } && before?.Find(lake, source.Dataset, source.Source, bodies, transport.Now) is { } known)
        {
            retrieval.Finish();
            return Known(source, retrieval.Landed, known.Vintage, known.Warnings);
        }

        using var folder = new StagingFolder(lake.StagingArea);
        using var staged = new StagedRows(source, project, schema, bodies, folder.Path);
        AdapterCatalog.Find(source.Adapter).Stage(staged);
        SchemaCheck.Run(staged);
        var duplicates = KeyCheck.Run(staged);
        List<RefusedFile> refused = [.. gate?.Refused ?? [], .. Refuse(staged, dataRoot)];
        var outcome = new IngestOutcome
        {
            Source = source.Source,
            Dataset = source.Dataset,
            Vintage = lake.Vintages(source.Dataset, source.Source) is [.., var standing] ? standing : null,
            IsNew = false,
            RowsAccepted = 0,
            DuplicatesDropped = duplicates,
            Landed = retrieval.Landed,
            Refused = refused,
            Warnings = [.. gate?.Warnings ?? [], .. staged.Warnings],
        };
        if (refused.Count > 0 || bodies.Count == 0)
        {
            retrieval.Finish();
            return outcome;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var publication = lake.Publish(staged.Database, VintageDrafts.Of(staged, transport.Synthetic, duplicates));
        before?.Keep(bodies, publication.Vintage, staged.Warnings);
        retrieval.Finish();
        return outcome with { Vintage = publication.Vintage, IsNew = publication.IsNew, RowsAccepted = publication.Rows };
    }

    /// <summary>What a delivery passes before a byte of it is stored; null for what an authority has published.</summary>
    private DeliveryGate? Gate(SourceDefinition source, DatasetSchema schema, string dataRoot) => source.Origin == SourceOrigin.Delivered
        ? new(source, ContractReader.Read(project, schema), RefusalPolicy.Load(project, variables ?? Environment.GetEnvironmentVariable), dataRoot, clock ?? TimeProvider.System)
        : null;

    private static IngestOutcome Known(SourceDefinition source, IReadOnlyList<LandedBody> landed, Vintage vintage, IReadOnlyList<string> warnings)
    {
        var package = vintage.ReadPackage();
        return new IngestOutcome
        {
            Source = source.Source,
            Dataset = source.Dataset,
            Vintage = vintage,
            IsNew = false,
            RowsAccepted = package.RowCount,
            DuplicatesDropped = package.DuplicatesDropped,
            Landed = landed,
            Refused = [],
            Warnings = warnings,
        };
    }

    private static List<RefusedFile> Refuse(StagedRows staged, string dataRoot)
    {
        var quarantine = new Quarantine(
            Path.Combine(dataRoot, "quarantine"), staged.Source,
            staged.Source.Origin == SourceOrigin.Delivered ? (body, problems) => MarkedWorkbook.Of(staged, body, problems) : null);
        return [.. staged.Problems.Refused.Select(refused => quarantine.Take(refused.Body, refused.Problems))];
    }
}
