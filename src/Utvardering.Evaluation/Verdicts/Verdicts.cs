using Utvardering.Disclosure.Tables;
using Utvardering.Evaluation.Estimates;
using Utvardering.Evaluation.Plans;

namespace Utvardering.Evaluation.Verdicts;

/// <summary>A verdict for each outcome of a plan.</summary>
internal static class Verdicts
{
    public static IReadOnlyList<VerdictRow> Of(EvaluationPlan plan, string planHash, ResultRows rows, IReadOnlyList<Outcome> outcomes)
    {
        var leads = plan.Designs.Where(design => design.Lead is not null).OrderBy(design => design.Lead).ToList();
        return [.. outcomes.Select(outcome =>
        {
            var effects = rows.Effects.Where(effect => effect.OutcomeId == outcome.Id).ToList();
            var lead = leads.Select(design => effects.Find(effect => effect.DesignId == design.Id)).FirstOrDefault(effect => effect is not null);
            return Of(plan, planHash, rows, outcome, effects, lead);
        })];
    }

    private static VerdictRow Of(EvaluationPlan plan, string planHash, ResultRows rows, Outcome outcome, List<EffectRow> effects, EffectRow? lead)
    {
        // Other leading designs ask another question (against whom?), so that they neither support nor oppose this one.
        var others = effects.Where(effect => plan.Designs.Single(design => design.Id == effect.DesignId).Lead is null).ToList();
        bool IsLead(string outcomeId, string designId) => outcomeId == outcome.Id && designId == lead?.DesignId;
        var evidence = new VerdictEvidence(
            outcome,
            plan.Alpha,
            lead,
            rows.Power.Find(row => IsLead(row.OutcomeId, row.DesignId)),
            rows.Diagnostics.Find(row => IsLead(row.OutcomeId, row.DesignId) && row.Kind == DiagnosticRows.PreTrend),
            [.. rows.Sensitivity.Where(row => IsLead(row.OutcomeId, row.DesignId))],
            others);
        var (verdict, reasons) = VerdictRules.Judge(evidence);
        return new VerdictRow
        {
            ResultId = $"verdict:{outcome.Id}",
            PlanId = plan.Id,
            PlanHash = planHash,
            OutcomeId = outcome.Id,
            IndicatorId = outcome.Indicator,
            Origin = lead?.Origin ?? "published",
            DesignId = lead?.DesignId,
            Verdict = verdict,
            Reasons = string.Join('\n', reasons),
            Relative = lead?.Relative,
            RelativeLow = lead?.RelativeLow,
            RelativeHigh = lead?.RelativeHigh,
            PValue = lead?.PValue,
            PHolm = lead?.PHolm,
            Matters = outcome.Matters,
            DetectableRelative = evidence.Power?.DetectableRelative,
            PreTrendP = evidence.PreTrend?.PValue,
            ChecksAgreeing = evidence.Agreeing,
            ChecksMade = evidence.Made,
            Persons = lead?.Persons,
            Source = lead?.Source ?? "",
            Vintage = lead?.Vintage ?? "",
        };
    }
}
