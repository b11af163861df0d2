using Utvardering.Disclosure.Tables;

namespace Utvardering.Reporting.Wording;

/// <summary>The summary's opening: how much could be estimated, and which intervals leave out zero. Rules over the released rows and nothing else.</summary>
internal static class SummarySentences
{
    public static string Of(ReportContext context)
    {
        var language = context.Language;
        var estimated = context.Rows.Outcomes.Where(outcome => context.Rows.Effects.Any(effect => effect.Row.OutcomeId == outcome.OutcomeId)).ToList();
        var all = context.Rows.Outcomes.Count;
        var sentences = new List<string>
        {
            (all, estimated.Count) switch
            {
                (1, 1) => language.Say("Rapporten gäller ett utfall, som kunde skattas.", "The report has one outcome, which could be estimated."),
                (_, var count) when count == all => language.Say(
                    $"Rapporten gäller {language.Count(all, neuter: true)} utfall, som alla kunde skattas.", $"The report has {language.Count(all)} outcomes, all of which could be estimated."),
                (_, 0) => language.Say(
                    $"Rapporten gäller {language.Count(all, neuter: true)} utfall, av vilka inget kunde skattas.", $"The report has {language.Count(all)} outcomes, none of which could be estimated."),
                (_, var count) => language.Say(
                    $"Rapporten gäller {language.Count(all, neuter: true)} utfall, av vilka {language.Count(count, neuter: true)} kunde skattas.",
                    $"The report has {language.Count(all)} outcomes, of which {language.Count(count)} could be estimated."),
            },
        };
        sentences.AddRange(context.Rows.Designs.Select(design => Design(context, estimated, design)).Where(sentence => sentence.Length > 0));
        var apart = estimated.Where(outcome => context.Rows.Designs.Any(design => LeavesOutZero(context, outcome, design) is true && PreTrendSentence.Test(context, outcome, design) is { Row.Warning: true })).ToList();
        if (apart.Count > 0)
        {
            sentences.Add(language.Say(
                $"För {Names(context, apart)} utvecklades grupperna olika redan före starten, så skillnaden kan inte utan vidare läsas som en effekt.",
                $"For {Names(context, apart)} the groups developed differently already before the start, so the difference can't simply be read as an effect."));
        }

        return string.Join(" ", sentences);
    }

    private static string Design(ReportContext context, List<OutcomeRow> estimated, DesignRow design)
    {
        var language = context.Language;
        var control = context.GroupDefinite(design.ControlGroup);
        var without = estimated.Where(outcome => LeavesOutZero(context, outcome, design) is true).ToList();
        var rest = estimated.Count(outcome => LeavesOutZero(context, outcome, design) is false);
        return (without.Count, rest) switch
        {
            (0, 0) => "",
            (0, 1) => language.Say(
                $"Jämfört med {control} rymmer det enda intervallet noll.", $"Compared with {control} the only interval holds zero."),
            (0, _) => language.Say(
                $"Jämfört med {control} rymmer alla {language.Count(rest, neuter: true)} intervall noll.", $"Compared with {control} all {language.Count(rest)} intervals hold zero."),
            (_, 0) => ReportContext.Sentence(language.Say(
                $"Jämfört med {control} utesluter intervallet noll för {Names(context, without)}", $"Compared with {control} the interval leaves out zero for {Names(context, without)}")),
            (_, 1) => language.Say(
                $"Jämfört med {control} utesluter intervallet noll för {Names(context, without)}; för det återstående utfallet rymmer intervallet noll.",
                $"Compared with {control} the interval leaves out zero for {Names(context, without)}; for the remaining outcome it holds zero."),
            _ => language.Say(
                $"Jämfört med {control} utesluter intervallet noll för {Names(context, without)}; för de {language.Count(rest)} återstående utfallen rymmer intervallet noll.",
                $"Compared with {control} the interval leaves out zero for {Names(context, without)}; for the {language.Count(rest)} remaining outcomes it holds zero."),
        };
    }

    /// <returns>Null where there is no released interval.</returns>
    private static bool? LeavesOutZero(ReportContext context, OutcomeRow outcome, DesignRow design)
        => context.Rows.Effect(outcome.OutcomeId, design.DesignId) is { IsSuppressed: false, Row: { Estimate: not null, Low: { } low, High: { } high } }
            ? low > 0 || high < 0
            : null;

    private static string Names(ReportContext context, IEnumerable<OutcomeRow> outcomes)
        => context.Language.And([.. outcomes.Select(outcome => ReportLanguage.Lower(context.Title(outcome)))]);
}
