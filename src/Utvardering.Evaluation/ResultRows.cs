using Utvardering.Disclosure.Tables;

namespace Utvardering.Evaluation;

/// <summary>The result tables of an evaluation, or of a part of it: every figure of the report is a row in one of them.</summary>
public sealed record ResultRows
{
    public List<EffectRow> Effects { get; init; } = [];
    public List<UnitEffectRow> UnitEffects { get; init; } = [];
    public List<EventStudyRow> EventStudy { get; init; } = [];
    public List<GroupTimeRow> GroupTime { get; init; } = [];
    public List<WeightRow> Weights { get; init; } = [];
    public List<DistanceRow> Distances { get; init; } = [];
    public List<PlaceboRow> Placebos { get; init; } = [];
    public List<DiagnosticRow> Diagnostics { get; init; } = [];
    public List<SensitivityRow> Sensitivity { get; init; } = [];
    public List<LeaveOneOutRow> LeaveOneOut { get; init; } = [];
    public List<PowerRow> Power { get; init; } = [];
    public List<DoseRow> Dose { get; init; } = [];
    public List<DoseResponseRow> DoseResponse { get; init; } = [];
    public List<VerdictRow> Verdicts { get; init; } = [];
    public List<DecisionRow> Decisions { get; init; } = [];
    public List<GroupTrendRow> GroupTrend { get; init; } = [];
    public List<MunicipalityTrendRow> MunicipalityTrend { get; init; } = [];

    /// <summary>Adds another part's rows after these.</summary>
    public void Add(ResultRows part)
    {
        Effects.AddRange(part.Effects);
        UnitEffects.AddRange(part.UnitEffects);
        EventStudy.AddRange(part.EventStudy);
        GroupTime.AddRange(part.GroupTime);
        Weights.AddRange(part.Weights);
        Distances.AddRange(part.Distances);
        Placebos.AddRange(part.Placebos);
        Diagnostics.AddRange(part.Diagnostics);
        Sensitivity.AddRange(part.Sensitivity);
        LeaveOneOut.AddRange(part.LeaveOneOut);
        Power.AddRange(part.Power);
        Dose.AddRange(part.Dose);
        DoseResponse.AddRange(part.DoseResponse);
        Verdicts.AddRange(part.Verdicts);
        Decisions.AddRange(part.Decisions);
        GroupTrend.AddRange(part.GroupTrend);
        MunicipalityTrend.AddRange(part.MunicipalityTrend);
    }
}
