using Utvardering.Disclosure.Tables;

namespace Utvardering.Reporting.Wording;

/// <summary>The finding in a heading: what a comparison's interval says, in a few words that name the comparison.</summary>
internal static class Finding
{
    /// <summary>The first design's finding, and whether the designs say different things.</summary>
    public static string Of(ReportContext context, OutcomeRow outcome)
    {
        var language = context.Language;
        if (context.Rows.Effects.All(effect => effect.Row.OutcomeId != outcome.OutcomeId))
        {
            return language.Say("effekten kunde inte skattas", "the effect could not be estimated");
        }

        var first = context.Rows.Designs[0];
        var finding = Of(context, outcome, first);
        if (!context.Rows.Designs.Any(design => Differs(context, outcome, design)))
        {
            return finding;
        }

        return finding + (context.Rows.Designs.Count == 2
            ? language.Say("; de två jämförelserna ger olika besked", "; the two comparisons say different things")
            : language.Say("; jämförelserna ger olika besked", "; the comparisons say different things"));
    }

    /// <summary>One design's finding.</summary>
    public static string Of(ReportContext context, OutcomeRow outcome, DesignRow design)
    {
        var language = context.Language;
        var control = context.GroupDefinite(design.ControlGroup);
        if (context.Rows.Effect(outcome.OutcomeId, design.DesignId) is not { } effect)
        {
            return language.Say($"effekten jämfört med {control} kunde inte skattas", $"the effect compared with {control} could not be estimated");
        }

        var lower = effect.Row.Estimate < 0;
        return VerdictOf.Effect(effect, outcome.Matters) switch
        {
            Verdict.Suppressed => language.Say($"effekten jämfört med {control} lämnas inte ut", $"the effect compared with {control} is not released"),
            Verdict.NoInterval => language.Say(
                $"osäkerheten jämfört med {control} kunde inte beräknas", $"the uncertainty compared with {control} could not be computed"),
            Verdict.Open => language.Say(
                $"materialet varken visar eller utesluter en effekt jämfört med {control}", $"the material neither shows nor rules out an effect compared with {control}"),
            Verdict.NoScaleWithZero => language.Say($"ingen säker skillnad jämfört med {control}", $"no certain difference compared with {control}"),
            Verdict.NoneThatMatters => language.Say(
                $"en {(outcome.Matters < 0 ? "minskning" : "ökning")} av den storlek som har betydelse utesluts jämfört med {control}",
                $"{(outcome.Matters < 0 ? "a decrease" : "an increase")} of the size that matters is ruled out compared with {control}"),
            _ when PreTrendSentence.Test(context, outcome, design) is { Row.Warning: true } => language.Say(
                $"en skillnad jämfört med {control}, men grupperna gick isär redan före starten", $"a difference compared with {control}, but the groups drifted apart before the start"),
            _ => language.Say(
                $"{(lower ? "lägre" : "högre")} nivå än väntat jämfört med {control}", $"a {(lower ? "lower" : "higher")} level than expected compared with {control}"),
        };
    }

    /// <summary>Whether both the first design and this one have an interval, and they say different things.</summary>
    public static bool Differs(ReportContext context, OutcomeRow outcome, DesignRow design)
        => Spoken(context, outcome, context.Rows.Designs[0]) is { } first && Spoken(context, outcome, design) is { } other && first != other;

    private static Verdict? Spoken(ReportContext context, OutcomeRow outcome, DesignRow design)
        => context.Rows.Effect(outcome.OutcomeId, design.DesignId) is { } effect && VerdictOf.Effect(effect, outcome.Matters) is var verdict and not (Verdict.Suppressed or Verdict.NoInterval)
            ? verdict
            : null;
}
