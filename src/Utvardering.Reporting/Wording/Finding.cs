using Utvardering.Disclosure.Tables;

namespace Utvardering.Reporting.Wording;

/// <summary>The finding in a heading: what the first design's interval says, in a few words.</summary>
internal static class Finding
{
    public static string Of(ReportContext context, OutcomeRow outcome)
    {
        var language = context.Language;
        var design = context.Rows.Designs[0];
        var control = context.GroupDefinite(design.ControlGroup);
        if (context.Rows.Effect(outcome.OutcomeId, design.DesignId) is not { } effect)
        {
            return language.Say("effekten kunde inte skattas", "the effect could not be estimated");
        }

        var lower = effect.Row.Estimate < 0;
        return VerdictOf.Effect(effect, outcome.Matters) switch
        {
            Verdict.Suppressed => language.Say("effekten lämnas inte ut", "the effect is not released"),
            Verdict.NoInterval => language.Say("osäkerheten kunde inte beräknas", "the uncertainty could not be computed"),
            Verdict.Open => language.Say("materialet varken visar eller utesluter en effekt", "the material neither shows nor rules out an effect"),
            Verdict.NoScaleWithZero => language.Say("ingen säker skillnad", "no certain difference"),
            Verdict.NoneThatMatters => language.Say(
                $"en {(outcome.Matters < 0 ? "minskning" : "ökning")} av den storlek som har betydelse utesluts", $"{(outcome.Matters < 0 ? "a decrease" : "an increase")} of the size that matters is ruled out"),
            _ when PreTrendSentence.Test(context, outcome, design) is { Row.Warning: true } => language.Say(
                "en skillnad, men grupperna gick isär redan före starten", "a difference, but the groups drifted apart before the start"),
            _ => language.Say(
                $"{(lower ? "lägre" : "högre")} nivå än väntat jämfört med {control}", $"a {(lower ? "lower" : "higher")} level than expected compared with {control}"),
        };
    }
}
