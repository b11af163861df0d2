using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Sections;

/// <summary>What primary and secondary outcomes tell alike.</summary>
internal static class OutcomeBlocks
{
    public static Section Section(ReportContext context, OutcomeRow outcome, IEnumerable<Block> blocks)
        => new($"outcome-{outcome.OutcomeId}", $"{context.Title(outcome)}: {VerdictWords.Label(context, outcome)}", [.. blocks]) { ShortTitle = context.Title(outcome) };

    /// <summary>Unit, role and the smallest change that matters.</summary>
    public static Paragraph Measure(ReportContext context, OutcomeRow outcome)
    {
        var language = context.Language;
        return new Paragraph(
            language.Say(
                $"{ReportLanguage.Capital(context.Unit(outcome))}. {ReportLanguage.Capital(Labels.Role(language, outcome.Role))}. Minsta förändring som bedömts ha betydelse: {language.SignedPercent(outcome.Matters)}.",
                $"{ReportLanguage.Capital(context.Unit(outcome))}. {ReportLanguage.Capital(Labels.Role(language, outcome.Role))}. Smallest change judged to matter: {language.SignedPercent(outcome.Matters)}."),
            language.Say("Mått.", "Measure."));
    }

    /// <summary>The verdict with the rules that decided, and how many of the checks agree.</summary>
    public static Paragraph Verdict(ReportContext context, OutcomeRow outcome)
        => new(VerdictSentence.Full(context, outcome), ReportContext.Sentence(ReportLanguage.Capital(VerdictWords.Label(context, outcome))));

    /// <summary>Why comparisons are missing, where any is and others are not.</summary>
    public static IEnumerable<Paragraph> Missing(ReportContext context, OutcomeRow outcome)
        => context.Rows.Verdict(outcome.OutcomeId)?.Row.DesignId is null ? [] : NotEstimable.Reasons(context, outcome).Select(text => new Paragraph(text));

    /// <summary>How many of the checks that count agree.</summary>
    public static string Checks(ReportContext context, OutcomeRow outcome)
    {
        var language = context.Language;
        if (context.Rows.Verdict(outcome.OutcomeId) is not { IsSuppressed: false, Row: { ChecksMade: > 0 } row })
        {
            return "";
        }

        var (agreeing, made) = (language.Count(row.ChecksAgreeing), language.Count(row.ChecksMade));
        return row.ChecksAgreeing == row.ChecksMade
            ? language.Say($"Alla {made} kontroller som väger in i omdömet ger samma riktning som svaret.", $"All {made} checks that count in the verdict give the same direction as the answer.")
            : language.Say(
                $"{ReportLanguage.Capital(agreeing)} av {made} kontroller som väger in i omdömet ger samma riktning som svaret.",
                $"{ReportLanguage.Capital(agreeing)} of {made} checks that count in the verdict give the same direction as the answer.");
    }

    /// <summary>What to keep in mind: the measure's caveats, and the warnings of the comparisons.</summary>
    public static IEnumerable<Block> Cautions(ReportContext context, OutcomeRow outcome, IReadOnlyList<DesignRow> designs, IReadOnlyList<string> more)
    {
        var language = context.Language;
        var caveats = language.Say(outcome.CaveatsSv, outcome.CaveatsEn).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        IReadOnlyList<string> items = [.. caveats, .. more, .. WarningSentence.All(context, outcome, designs)];
        return items.Count == 0 ? [] : [new Heading(language.Say("Att tänka på", "To keep in mind")), new Bullets(items)];
    }
}
