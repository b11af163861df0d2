using Utvardering.Disclosure.Tables;

namespace Utvardering.Reporting.Wording;

/// <summary>A verdict in words: the effect it rests on, and the rules that decided.</summary>
internal static class VerdictSentence
{
    /// <summary>The effect with its interval, then each reason as a sentence.</summary>
    public static string Full(ReportContext context, OutcomeRow outcome)
        => string.Join(" ", Parts(context, outcome).Select(part => ReportContext.Sentence(ReportLanguage.Capital(part))));

    /// <summary>The reasons alone, in one sentence without capital and full stop.</summary>
    public static string Brief(ReportContext context, OutcomeRow outcome) => context.Rows.Verdict(outcome.OutcomeId) switch
    {
        { IsSuppressed: false, Row: { Verdict: not "not_estimable" } row } => string.Join("; ", Reasons(row).Select(reason => ReasonClause.Of(context, outcome, row, reason))),
        _ => string.Join(" ", Parts(context, outcome)).TrimEnd('.'),
    };

    private static IEnumerable<string> Parts(ReportContext context, OutcomeRow outcome)
    {
        var verdict = context.Rows.Verdict(outcome.OutcomeId);
        if (verdict is null || (!verdict.IsSuppressed && verdict.Row.DesignId is null))
        {
            return NotEstimable.Reasons(context, outcome) is { Count: > 0 } told
                ? told
                : [context.Language.Say("omdöme finns inte bland de utlämnade tabellerna", "no verdict is among the released tables")];
        }

        return verdict.IsSuppressed
            ? [context.Rule(verdict.Rule)]
            : [.. Effect(context, verdict.Row), .. Reasons(verdict.Row).Select(reason => ReasonClause.Of(context, outcome, verdict.Row, reason))];
    }

    private static IEnumerable<string> Effect(ReportContext context, VerdictRow row)
    {
        var language = context.Language;
        if (row is { Relative: { } share, RelativeLow: { } low, RelativeHigh: { } high } && context.Design(row.DesignId) is { } design)
        {
            var control = context.GroupDefinite(design.ControlGroup);
            var interval = Change.Interval(language, context.Rows.Run.Level, low, high);
            yield return language.Say(
                $"skattad effekt jämfört med {control}: {Change.Of(language, share)} nivå ({interval})",
                $"estimated effect compared with {control}: level {Change.Of(language, share)} ({interval})");
        }
    }

    /// <summary>That an interval holds both goes without saying where the material could not have shown what matters.</summary>
    private static IEnumerable<string> Reasons(VerdictRow row)
    {
        var codes = ReasonClause.Codes(row);
        return codes.Contains("could_not_have_seen") ? codes.Where(code => code != "holds_both") : codes;
    }
}
