using Utvardering.Disclosure.Tables;
using Utvardering.Evaluation.Plans;
using Utvardering.Statistics.MultipleTesting;

namespace Utvardering.Evaluation.Verdicts;

/// <summary>Corrects p-values for the other outcomes of the same family and role under the same design. Context outcomes are not tested, and not corrected.</summary>
internal static class FamilyCorrection
{
    public static IReadOnlyList<EffectRow> Of(EvaluationPlan plan, IReadOnlyList<EffectRow> effects)
    {
        if (plan.Multiplicity == "none")
        {
            return effects;
        }

        var outcomes = plan.Outcomes.ToDictionary(outcome => outcome.Id, StringComparer.Ordinal);
        var corrected = effects
            .Where(effect => effect.PValue is not null && outcomes[effect.OutcomeId].Role != "context")
            .GroupBy(effect => (outcomes[effect.OutcomeId].Family, outcomes[effect.OutcomeId].Role, effect.DesignId))
            .SelectMany(group => group.Zip(PValueAdjustment.Holm([.. group.Select(effect => effect.PValue!.Value)]), (effect, p) => (effect.ResultId, P: p)))
            .ToDictionary(each => each.ResultId, each => each.P, StringComparer.Ordinal);
        return [.. effects.Select(effect => corrected.TryGetValue(effect.ResultId, out var p) ? effect with { PHolm = p } : effect)];
    }
}
