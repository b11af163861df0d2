using Utvardering.Disclosure;
using Utvardering.Disclosure.Tables;
using Utvardering.Testing;
using Utvardering.Warehouse.Tables;

namespace Utvardering.Reporting.Tests.Made;

/// <summary>The result tables of a made-up run. They pass the real gate with the repository's own rules before a report sees them.</summary>
internal sealed record MadeRun
{
    public required RunRow Run { get; init; }
    public required IReadOnlyList<OutcomeRow> Outcomes { get; init; }
    public IReadOnlyList<DesignRow> Designs { get; init; } = MadePlan.Designs;
    public IReadOnlyList<GroupRow> Groups { get; init; } = MadePlan.Groups;
    public IReadOnlyList<SourceRow> Sources { get; init; } = MadePlan.Sources;
    public IReadOnlyList<PlanChangeRow> PlanChanges { get; init; } = [];
    public IReadOnlyList<VerdictRow> Verdicts { get; init; } = [];
    public IReadOnlyList<PowerRow> Power { get; init; } = [];
    public IReadOnlyList<SensitivityRow> Sensitivity { get; init; } = [];
    public IReadOnlyList<UnitEffectRow> UnitEffects { get; init; } = [];
    public IReadOnlyList<DoseRow> Dose { get; init; } = [];
    public IReadOnlyList<DoseResponseRow> DoseResponse { get; init; } = [];
    public IReadOnlyList<DistanceRow> Distances { get; init; } = [];
    public IReadOnlyList<WeightRow> Weights { get; init; } = [];
    public IReadOnlyList<EffectRow> Effects { get; init; } = [];
    public IReadOnlyList<EventStudyRow> EventStudy { get; init; } = [];
    public IReadOnlyList<DiagnosticRow> Diagnostics { get; init; } = [];
    public IReadOnlyList<DecisionRow> Decisions { get; init; } = [];
    public IReadOnlyList<PlantedEffectRow> Planted { get; init; } = [];
    public IReadOnlyList<MadeSeries> Series { get; init; } = [];
    public IReadOnlyList<DataQualityRow> DataQuality { get; init; } = [];
    public IReadOnlyList<UnknownPlaceMart> UnknownPlace { get; init; } = [];
    public IReadOnlyList<ContextMart> Context { get; init; } = [];

    /// <summary>Writes the tables below the folder and releases them.</summary>
    public ReleasedTables Release(TemporaryFolder folder, string name = "run")
    {
        var results = Directory.CreateDirectory(folder[$"{name}/results"]).FullName;
        var released = Directory.CreateDirectory(folder[$"{name}/released"]).FullName;
        void Write<T>(string table, IReadOnlyList<T> rows) => ParquetRecords.Write(Path.Combine(results, table + ".parquet"), rows);

        Write("run", [Run]);
        Write("outcomes", Outcomes);
        Write("designs", Designs);
        Write("groups", Groups);
        Write("programmes", MadePlan.Programmes);
        Write("sources", Sources);
        Write("families", MadePlan.Families);
        Write("plan_changes", PlanChanges);
        Write("verdicts", Verdicts);
        Write("power", Power);
        Write("sensitivity", Sensitivity);
        Write("unit_effects", UnitEffects);
        Write("dose", Dose);
        Write("dose_response", DoseResponse);
        Write("distances", Distances);
        Write("weights", Weights);
        Write("effects", Effects);
        Write("event_study", EventStudy);
        Write("diagnostics", Diagnostics);
        Write("decisions", Decisions);
        Write("group_trend", Series.SelectMany(series => series.GroupTrend()).ToList());
        Write("municipality_trend", Series.SelectMany(series => series.MunicipalityTrend()).ToList());
        Write("marts.municipality_series", Series.SelectMany(series => series.Mart()).ToList());
        Write("marts.data_quality", DataQuality);
        Write("marts.unknown_place", UnknownPlace);
        Write("marts.context", Context);
        Write("marts.participation", MadePlan.Participation);
        if (Run.Synthetic)
        {
            Write("planted_effects", Planted);
        }

        DisclosureGate.Release(DisclosureFile.Load(Path.Combine(Repository.Root, "pipelines")), results, released);
        return new ReleasedTables(released);
    }
}
