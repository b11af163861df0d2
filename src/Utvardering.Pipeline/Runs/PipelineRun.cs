using System.Globalization;
using Utvardering.Disclosure;
using Utvardering.Disclosure.Tables;
using Utvardering.Evaluation;
using Utvardering.Evaluation.Plans;
using Utvardering.Ingestion;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Transport.Http;
using Utvardering.Pipeline.DataRoots;
using Utvardering.Pipeline.Profiles;
using Utvardering.Pipeline.Steps;
using Utvardering.Reporting;
using Utvardering.Reporting.Charts;
using Utvardering.SampleData;
using Utvardering.Warehouse;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Faults;
using Utvardering.Warehouse.Lake;
using Utvardering.Warehouse.Registry;
using Utvardering.Warehouse.Tables;

namespace Utvardering.Pipeline.Runs;

/// <summary>The whole way of a number: landing, lake, warehouse, evaluation, disclosure, report.</summary>
public sealed class PipelineRun(ProjectFolder project, TimeProvider clock)
{
    private string Pipelines => Path.Combine(project.Root, "pipelines");

    /// <summary>Runs a profile. Everything that can be checked is, before anything is written.</summary>
    /// <exception cref="InputException">Something that was given or that stands in <c>pipelines/</c> can't be used.</exception>
    public async Task<RunOutcome> RunAsync(RunOptions options, IProgress<RunStep>? progress, CancellationToken cancellationToken)
    {
        var profile = Profile.Load(Pipelines, options.Profile);
        var registry = RegistryFiles.Load(Pipelines);
        var plan = PlanFile.Load(Pipelines, options.Plan ?? profile.Plan, registry);
        var standing = PlanStanding.Of(Pipelines, plan.Id);
        var disclosure = DisclosureFile.Load(Pipelines);
        var sources = SourceSelection.At(options.Addresses, SourceSelection.Of(profile, project), profile);
        var asOf = AsOf(profile, options);
        var world = profile.Synthetic ? SampleWorld.Load(Pipelines, asOf) : null;
        var readsPast = world is null && options.AsOf < DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        using var web = new WebAccess(clock);
        var transport = readsPast || !options.TakesIn ? null : Transports.Of(profile, sources, world, options, web, clock);
        await using var charts = new ChartWorker();
        await charts.CheckAsync(cancellationToken);

        using var root = DataRoot.Take(options.Data, profile.Id, profile.Mark?.Sv, options.Lease);
        var lake = new LakeStore(root.Lake);
        root.Sweep();
        var ingestor = IngestStep.Ingestor(project, clock, root);
        var ingested = transport is null ? [] : await IngestStep.IngestAsync(ingestor, sources, transport, root, progress, cancellationToken);
        var vintages = IngestStep.Choose(sources, lake, asOf, ingested);
        var inputs = Inputs(profile, plan, options, vintages);
        var folders = new RunFolders(root);
        var isNew = !folders.Has(inputs.RunId);
        if (isNew)
        {
            var today = asOf == DateOnly.MaxValue ? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime) : asOf;
            await MakeAsync(new Work(profile, registry, plan, standing, options, disclosure, sources, world, inputs, today), root, folders, charts, progress, cancellationToken);
        }

        folders.SetLatest(inputs.RunId);
        return new RunOutcome(inputs.RunId, Path.Combine(folders.Of(inputs.RunId), "report", "report.html"), isNew, ingested);
    }

    /// <summary>Whether the lake's vintages, as they stand, have made a run with these definitions and this program: another would be the same.</summary>
    /// <exception cref="InputException">A definition can't be used, or the lake has nothing of a source.</exception>
    public bool IsMade(RunOptions options)
    {
        var profile = Profile.Load(Pipelines, options.Profile);
        var plan = PlanFile.Load(Pipelines, options.Plan ?? profile.Plan, RegistryFiles.Load(Pipelines));
        var vintages = IngestStep.Choose(SourceSelection.Of(profile, project), new LakeStore(Path.Combine(options.Data, "lake")), AsOf(profile, options), []);
        return new RunFolders(Path.Combine(options.Data, "runs")).Has(Inputs(profile, plan, options, vintages).RunId);
    }

    private DateOnly AsOf(Profile profile, RunOptions options) => options.AsOf ?? (profile.Synthetic ? SampleWorld.DefaultAsOf(Pipelines) : DateOnly.MaxValue);

    private RunInputs Inputs(Profile profile, EvaluationPlan plan, RunOptions options, IReadOnlyList<Vintage> vintages) => new(
        profile.Id, vintages, FolderHash.Of(Pipelines), FolderHash.Of(Path.Combine(project.Root, "data-schema")), ProgramVersion.Current, Question(plan, options));

    private async Task MakeAsync(
        Work work, DataRoot root, RunFolders folders, ChartWorker charts, IProgress<RunStep>? progress, CancellationToken cancellationToken)
    {
        progress?.Report(new RunStep("warehouse", "building the models", Done: false) { Sv = "bygger modellerna" });
        var models = WarehouseStep.Build(root, project, work.Registry, work.Inputs.Vintages, work.Today);
        foreach (var warning in models.Warnings)
        {
            progress?.Report(new RunStep("warehouse", warning.Sentence, Done: true) { IsWarning = true });
        }

        progress?.Report(new RunStep("warehouse", string.Create(CultureInfo.InvariantCulture, $"{models.Tables.Count} models, {models.Tables.Sum(table => table.Rows)} rows, {models.Tests.Count} tests"), Done: true) { Sv = string.Create(CultureInfo.InvariantCulture, $"{models.Tables.Count} modeller, {models.Tables.Sum(table => table.Rows)} rader, {models.Tests.Count} prov") });

        var folder = folders.Begin(work.Inputs.RunId);
        var (results, released, report) = (Path.Combine(folder, "results"), Path.Combine(folder, "released"), Path.Combine(folder, "report"));
        using (var warehouse = Database.OpenReadOnly(root.Warehouse, ParquetRecords.OneThread))
        {
            var request = new EvaluationRequest
            {
                Outcomes = work.Options.Outcomes,
                PlaceboStart = work.Options.PlaceboStart,
                Cache = root.Evaluated,
                ProgramVersion = work.Inputs.ProgramVersion,
            };
            var found = new Evaluator(warehouse, work.Plan, work.Standing.Hash, work.Registry, request).Run(new Told(progress, "evaluate"), cancellationToken);
            progress?.Report(new RunStep("evaluate", string.Create(CultureInfo.InvariantCulture, $"{found.Effects.Count} effects, {found.Sensitivity.Count} checks, {found.Decisions.Count} decisions{(work.Standing.IsExploratory ? "; EXPLORATORY: the plan is not the fixed one" : "")}"), Done: true) { Sv = string.Create(CultureInfo.InvariantCulture, $"{found.Effects.Count} effekter, {found.Sensitivity.Count} kontroller, {found.Decisions.Count} beslut{(work.Standing.IsExploratory ? "; EXPLORATIV: planen är inte den fastställda" : "")}") });
            ResultsStep.Write(results, warehouse, work.Disclosure, found, Define(work, warehouse));
            FaultPoint.Reach(FaultPlaces.RunResults);
        }

        var suppressed = DisclosureGate.Release(work.Disclosure, results, released, work.Profile.Mark?.Sv);
        var hidden = suppressed.Where(row => row.Action != "pass").Sum(row => row.Rows).ToString(CultureInfo.InvariantCulture);
        progress?.Report(new RunStep("release", $"{hidden} rows suppressed or withheld", Done: true) { Sv = $"{hidden} rader undertryckta eller ej släppta" });
        await ReportWriter.WriteAsync(new ReleasedTables(released), report, charts, new Told(progress, "report"), cancellationToken);
        Provenance.Write(folder, work.Inputs, work.Plan.Id, work.Profile.Mark?.Sv);
        folders.Publish(folder, work.Inputs.RunId);
        progress?.Report(new RunStep("report", $"run {work.Inputs.RunId}", Done: true) { Sv = $"körning {work.Inputs.RunId}" });
    }

    private static string Question(EvaluationPlan plan, RunOptions options) => string.Join(' ',
        plan.Id, string.Join(',', options.Outcomes.Order(StringComparer.Ordinal)), options.PlaceboStart?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");

    private static Definitions Define(Work work, Database warehouse) => new(
        DefinitionTables.Families(work.Plan),
        DefinitionTables.PlanChanges(work.Standing),
        DefinitionTables.Outcomes(work.Plan, work.Registry),
        DefinitionTables.Designs(work.Plan),
        DefinitionTables.Groups(work.Plan, work.Registry, warehouse),
        DefinitionTables.Programmes(work.Registry),
        DefinitionTables.Sources(work.Sources, work.Inputs.Vintages),
        DefinitionTables.PlantedEffects(work.World, work.Registry),
        new RunRow
        {
            RunId = work.Inputs.RunId,
            PlanId = work.Plan.Id,
            PlanFixed = work.Plan.Fixed,
            PlanHash = work.Standing.Hash,
            Exploratory = work.Standing.IsExploratory,
            PlaceboStart = work.Options.PlaceboStart,
            KnownSv = work.Plan.Known.Sv,
            KnownEn = work.Plan.Known.En,
            TitleSv = work.Plan.Title.Sv,
            TitleEn = work.Plan.Title.En,
            Profile = work.Profile.Id,
            Synthetic = work.Profile.Synthetic,
            MarkSv = work.Profile.Mark?.Sv,
            MarkEn = work.Profile.Mark?.En,
            Start = work.Registry.Programmes.Single(programme => programme.Id == work.Plan.Programme).Participants.Min(part => part.From),
            Programme = work.Plan.Programme,
            Level = work.Plan.Level,
            Seed = (long)work.Plan.Seed,
            ProgramVersion = work.Inputs.ProgramVersion,
            PipelinesHash = work.Inputs.PipelinesHash,
            DataSchemaHash = work.Inputs.DataSchemaHash,
        });

    private sealed record Work(
        Profile Profile, RegistryFiles Registry, EvaluationPlan Plan, PlanStanding Standing, RunOptions Options, DisclosureFile Disclosure, IReadOnlyList<SourceDefinition> Sources, SampleWorld? World, RunInputs Inputs, DateOnly Today);

    private sealed class Told(IProgress<RunStep>? progress, string step) : IProgress<string>
    {
        public void Report(string value) => progress?.Report(new RunStep(step, value, Done: false));
    }
}
