using Utvardering.Ingestion.Adapters;
using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Corrections;
using Utvardering.Ingestion.Deliveries;
using Utvardering.Ingestion.Deliveries.Contract;
using Utvardering.Ingestion.Deliveries.Gate;
using Utvardering.Ingestion.Increments;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Schemas;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.SourceStates;
using Utvardering.Ingestion.Staging;
using Utvardering.Ingestion.Transport;
using Utvardering.Warehouse;
using Utvardering.Warehouse.Lake;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Ingestion;

/// <summary>
/// The way from a source to the lake: deliveries pass the personal-data gate, bytes are landed, rows staged as texts and checked against
/// the dataset's schema, and all of them become a vintage, or none.
/// </summary>
/// <param name="project">Where the definitions lie.</param>
/// <param name="definitions">A hash of definitions and program: with it, bodies that were read before are not read again. Null: always read.</param>
/// <param name="clock">Of decisions and the audit log; the system's when null.</param>
/// <param name="variables">Looks an environment variable up (the keys for refused deliveries); the process's when null.</param>
/// <param name="fence">Asked before a vintage is published; null: the process holds the data root by a lock.</param>
public sealed class Ingestor(ProjectFolder project, string? definitions = null, TimeProvider? clock = null, Func<string, string?>? variables = null, WriterFence? fence = null)
{
    /// <summary>Columns of every vintage that say which landed body a row came from, and which row of it.</summary>
    public static IReadOnlyList<string> ProvenanceColumns { get; } = ["landing_sha256", "landing_row"];

    /// <param name="dataRoot">Holds <c>landing/</c>, <c>lake/</c> and <c>quarantine/</c>.</param>
    /// <param name="progress">Told what is being asked and read.</param>
    /// <returns>With refused files: their reports, and the vintage that still stands.</returns>
    /// <exception cref="SourceException">The source did not give an answer to the question.</exception>
    /// <exception cref="InputException">Files or definitions are missing or wrong.</exception>
    /// <remarks>How it went is kept in <c>sources/&lt;source&gt;.json</c> of the data root, failures too.</remarks>
    public async Task<IngestOutcome> IngestAsync(
        SourceDefinition source, ISourceTransport transport, string dataRoot, IProgress<string>? progress = null, CancellationToken cancellationToken = default)
    {
        var states = new SourceStateStore(dataRoot);
        try
        {
            var outcome = await TakeInAsync(source, transport, dataRoot, progress, cancellationToken);
            states.Record(source, transport.Now, outcome);
            return outcome;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            states.Record(source, transport.Now, fault);
            throw;
        }
    }

    private async Task<IngestOutcome> TakeInAsync(
        SourceDefinition source, ISourceTransport transport, string dataRoot, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var lake = new LakeStore(Path.Combine(dataRoot, "lake"), fence);
        lake.SweepStaging();
        var landing = new LandingStore(Path.Combine(dataRoot, "landing"), source.Source);
        landing.SweepStaging();
        var schema = SchemaReader.Read(project, source.Dataset);
        var gate = Gate(source, schema, dataRoot);
        transport = gate is null ? transport : new GatedTransport(transport, gate);
        var standingFile = definitions is null || !transport.AsksAgain ? null : new StandingFile(landing.Folder, source, definitions);
        var upon = standingFile?.Find(lake, CorrectionsFor(source, transport.Now).Select(one => one.Id));
        var retrieval = await Retrieval.RunAsync(source, project, transport, landing, upon, progress, cancellationToken);
        var (bodies, parts) = (retrieval.Bodies, retrieval.Parts);
        if (parts.Kind == RetrievalKind.Unchanged)
        {
            var unchanged = lake.Vintages(source.Dataset, source.Source)[^1];
            standingFile!.Keep(parts, upon, unchanged);
            retrieval.Finish();
            return Known(source, retrieval.Landed, unchanged, []) with { UnchangedSince = parts.State };
        }

        cancellationToken.ThrowIfCancellationRequested();
        var corrections = transport.Synthetic || bodies.Count == 0 ? [] : CorrectionsFor(source, bodies.Max(body => body.Retrieved));
        // A correction ends on a day, while bodies and definitions stay the same.
        var before = definitions is null ? null : new ReadBefore(landing.Folder, $"{definitions} {string.Join(' ', corrections.Select(one => one.Id))}");
        // A file that the gate refused is none of the bodies, and is told all the same.
        if (parts is { Kind: RetrievalKind.Whole, Changes: null } && bodies.Count > 0 && gate is not { Refused.Count: > 0 } && before?.Find(lake, source.Dataset, source.Source, bodies, transport.Now) is { } known)
        {
            standingFile?.Keep(parts, upon, known.Vintage);
            retrieval.Finish();
            return Known(source, retrieval.Landed, known.Vintage, known.Warnings);
        }

        var under = parts.Changes is null ? null : new StandingRows(lake.Vintages(source.Dataset, source.Source)[^1], landing.Folder);
        using var folder = new StagingFolder(lake.StagingArea);
        using var staged = new StagedRows(source, project, schema, bodies, folder.Path, parts.Kind == RetrievalKind.Changes ? under!.Bodies : null)
        {
            MayBeDirect = corrections.Count == 0 && under is null,
        };
        AdapterCatalog.Find(source.Adapter).Stage(staged);
        if (parts.Kind == RetrievalKind.Changes)
        {
            under!.PutUnder(staged);
        }

        SchemaCheck.Run(staged);
        var duplicates = KeyCheck.Run(staged);
        var disagreement = parts is { Kind: RetrievalKind.Whole, Changes: { } told } && !staged.Problems.Any ? Agreement.Warning(staged, under!, told, upon!.Whole) : null;
        if (!staged.Problems.Any)
        {
            Corrector.Apply(staged, corrections);
        }

        TotalsCheck.Run(staged);
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
            ChangesFrom = parts.Kind == RetrievalKind.Changes ? parts.Changes!.From : null,
            Warnings = [.. gate?.Warnings ?? [], .. staged.Warnings],
        };
        if (refused.Count > 0 || bodies.Count == 0)
        {
            retrieval.Finish();
            return outcome;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var jumps = JumpCheck.Run(staged, Before(lake, staged));
        var draft = VintageDrafts.Of(staged, transport.Synthetic, duplicates, corrections);
        var publication = lake.Publish(staged.Database, parts.Kind == RetrievalKind.Changes ? under!.Name(draft, staged, parts.Changes!) : draft);
        if (parts.Kind == RetrievalKind.Whole)
        {
            before?.Keep(bodies, publication.Vintage, staged.Warnings);
        }

        standingFile?.Keep(parts, upon, publication.Vintage);
        retrieval.Finish();
        return outcome with
        {
            Vintage = publication.Vintage,
            IsNew = publication.IsNew,
            RowsAccepted = publication.Rows,
            Warnings = [.. staged.Warnings, .. disagreement is null ? [] : new[] { disagreement }, .. publication.IsNew ? jumps : []],
        };
    }

    /// <summary>The registry's corrections that are meant for this retrieval.</summary>
    private List<Correction> CorrectionsFor(SourceDefinition source, DateTimeOffset time)
    {
        var retrieved = DateOnly.FromDateTime(time.UtcDateTime);
        return [.. RegistryFiles.Load(project.Pipelines).Corrections.Where(one => one.IsFor(source.Dataset, source.Source, retrieved))];
    }

    private static Vintage? Before(LakeStore lake, StagedRows staged)
    {
        var retrieved = staged.Bodies.Max(body => body.Retrieved);
        return lake.Vintages(staged.Source.Dataset, staged.Source.Source).LastOrDefault(vintage => vintage.Name.Retrieved < retrieved);
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
