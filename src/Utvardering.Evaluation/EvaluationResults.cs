using Utvardering.Disclosure.Tables;

namespace Utvardering.Evaluation;

/// <summary>All that an evaluation found: every figure of the report is a row in one of these tables.</summary>
public sealed record EvaluationResults(
    IReadOnlyList<EffectRow> Effects,
    IReadOnlyList<EventStudyRow> EventStudy,
    IReadOnlyList<DiagnosticRow> Diagnostics,
    IReadOnlyList<DecisionRow> Decisions,
    IReadOnlyList<GroupTrendRow> GroupTrend,
    IReadOnlyList<MunicipalityTrendRow> MunicipalityTrend);
