using Utvardering.Disclosure;
using Utvardering.Disclosure.Tables;

namespace Utvardering.Reporting.Rows;

/// <summary>All released rows that the report is made of. A table that was not released is empty here.</summary>
internal sealed class ReportRows
{
    private readonly Dictionary<string, string> names;

    /// <exception cref="InvalidDataException">A table lacks a column, or one of run, outcomes, families, designs and groups was not released.</exception>
    public ReportRows(ReleasedTables released)
    {
        Run = Needed<RunRow>(released, "run")[0];
        Outcomes = Needed<OutcomeRow>(released, "outcomes");
        Designs = Needed<DesignRow>(released, "designs");
        Groups = Needed<GroupRow>(released, "groups");
        Programmes = Plain<ProgrammeRow>(released, "programmes");
        Sources = Plain<SourceRow>(released, "sources");
        Decisions = Plain<DecisionRow>(released, "decisions");
        Families = Needed<FamilyRow>(released, "families");
        PlanChanges = Plain<PlanChangeRow>(released, "plan_changes");
        Planted = Plain<PlantedEffectRow>(released, "planted_effects");
        Suppression = Plain<SuppressionRow>(released, "suppression");
        Participation = Plain<ParticipationRow>(released, "marts.participation");
        DataQuality = Plain<DataQualityRow>(released, "marts.data_quality");
        Verdicts = Judged<VerdictRow>(released, "verdicts");
        Effects = Judged<EffectRow>(released, "effects");
        Power = Judged<PowerRow>(released, "power");
        Sensitivity = Judged<SensitivityRow>(released, "sensitivity");
        LeaveOneOut = Judged<LeaveOneOutRow>(released, "leave_one_out");
        UnitEffects = Judged<UnitEffectRow>(released, "unit_effects");
        Weights = Judged<WeightRow>(released, "weights");
        Distances = Judged<DistanceRow>(released, "distances");
        Dose = Judged<DoseRow>(released, "dose");
        DoseResponse = Judged<DoseResponseRow>(released, "dose_response");
        EventStudy = Judged<EventStudyRow>(released, "event_study");
        Diagnostics = Judged<DiagnosticRow>(released, "diagnostics");
        GroupTrend = Judged<GroupTrendRow>(released, "group_trend");
        MunicipalityTrend = Judged<MunicipalityTrendRow>(released, "municipality_trend");
        MunicipalitySeries = Judged<MunicipalitySeriesRow>(released, "marts.municipality_series");
        UnknownPlace = Judged<UnknownPlaceRow>(released, "marts.unknown_place");
        SeriesBreaks = Judged<SeriesBreakRow>(released, "marts.series_break");
        Context = Judged<ContextRow>(released, "marts.context");
        names = Participation.Where(row => row.MunicipalityCode is not null).Select(row => (Code: row.MunicipalityCode!, Name: row.Municipality ?? row.MunicipalityCode!))
            .Concat(MunicipalitySeries.Select(row => (Code: row.Row.MunicipalityCode, Name: row.Row.Municipality)))
            .DistinctBy(municipality => municipality.Code)
            .ToDictionary(municipality => municipality.Code, municipality => municipality.Name, StringComparer.Ordinal);
    }

    public RunRow Run { get; }
    public IReadOnlyList<OutcomeRow> Outcomes { get; }
    public IReadOnlyList<DesignRow> Designs { get; }
    public IReadOnlyList<GroupRow> Groups { get; }
    public IReadOnlyList<ProgrammeRow> Programmes { get; }
    public IReadOnlyList<SourceRow> Sources { get; }
    public IReadOnlyList<DecisionRow> Decisions { get; }
    public IReadOnlyList<FamilyRow> Families { get; }
    public IReadOnlyList<PlanChangeRow> PlanChanges { get; }
    public IReadOnlyList<PlantedEffectRow> Planted { get; }
    public IReadOnlyList<SuppressionRow> Suppression { get; }
    public IReadOnlyList<ParticipationRow> Participation { get; }
    public IReadOnlyList<DataQualityRow> DataQuality { get; }
    public IReadOnlyList<Released<VerdictRow>> Verdicts { get; }
    public IReadOnlyList<Released<EffectRow>> Effects { get; }
    public IReadOnlyList<Released<PowerRow>> Power { get; }
    public IReadOnlyList<Released<SensitivityRow>> Sensitivity { get; }
    public IReadOnlyList<Released<LeaveOneOutRow>> LeaveOneOut { get; }
    public IReadOnlyList<Released<UnitEffectRow>> UnitEffects { get; }
    public IReadOnlyList<Released<WeightRow>> Weights { get; }
    public IReadOnlyList<Released<DistanceRow>> Distances { get; }
    public IReadOnlyList<Released<DoseRow>> Dose { get; }
    public IReadOnlyList<Released<DoseResponseRow>> DoseResponse { get; }
    public IReadOnlyList<Released<EventStudyRow>> EventStudy { get; }
    public IReadOnlyList<Released<DiagnosticRow>> Diagnostics { get; }
    public IReadOnlyList<Released<GroupTrendRow>> GroupTrend { get; }
    public IReadOnlyList<Released<MunicipalityTrendRow>> MunicipalityTrend { get; }
    public IReadOnlyList<Released<MunicipalitySeriesRow>> MunicipalitySeries { get; }
    public IReadOnlyList<Released<UnknownPlaceRow>> UnknownPlace { get; }
    public IReadOnlyList<Released<SeriesBreakRow>> SeriesBreaks { get; }
    public IReadOnlyList<Released<ContextRow>> Context { get; }

    /// <summary>The effect of an outcome under a design, or null where there is no such row.</summary>
    public Released<EffectRow>? Effect(string outcome, string design)
        => Effects.FirstOrDefault(effect => effect.Row.OutcomeId == outcome && effect.Row.DesignId == design);

    /// <summary>The verdict on an outcome, or null where there is no such row.</summary>
    public Released<VerdictRow>? Verdict(string outcome) => Verdicts.FirstOrDefault(verdict => verdict.Row.OutcomeId == outcome);

    /// <summary>What a design could have seen of an outcome, or null where there is no such row.</summary>
    public Released<PowerRow>? PowerOf(string outcome, string design)
        => Power.FirstOrDefault(power => power.Row.OutcomeId == outcome && power.Row.DesignId == design);

    /// <exception cref="InvalidDataException">The groups table lacks the group.</exception>
    public GroupRow Group(string id) => Groups.FirstOrDefault(group => group.GroupId == id)
        ?? throw new InvalidDataException($"The released table groups has no row for {id}, which another released table names.");

    /// <summary>The municipality's name, or its code where no released table names it.</summary>
    public string Municipality(string code) => names.GetValueOrDefault(code, code);

    private static IReadOnlyList<T> Needed<T>(ReleasedTables released, string table)
    {
        var rows = released.Read<T>(table);
        return rows.Count > 0 ? rows : throw new InvalidDataException($"The released table {table} is empty: there is nothing to report on.");
    }

    private static IReadOnlyList<T> Plain<T>(ReleasedTables released, string table)
        => File.Exists(released.PathOf(table)) ? released.Read<T>(table) : [];

    private static IReadOnlyList<Released<T>> Judged<T>(ReleasedTables released, string table) => File.Exists(released.PathOf(table))
        ? [.. released.Read<T>(table).Zip(released.Read<DisclosureColumn>(table), (row, gate) => new Released<T>(row, gate.Disclosure ?? ""))]
        : [];
}
