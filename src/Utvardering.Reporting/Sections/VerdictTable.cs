using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Sections;

/// <summary>A question's outcomes with effect, what could have been seen, and verdict.</summary>
internal static class VerdictTable
{
    public static ReportTable Make(ReportContext context, FamilyRow family, IReadOnlyList<OutcomeRow> outcomes)
    {
        var language = context.Language;
        var rows = outcomes.Select(outcome => context.Rows.Verdict(outcome.OutcomeId)!).ToList();
        Column Data(string sv, string en, bool number = true) => Column.OfData(language.Say(sv, en), number);
        return new ReportTable(
            $"{family.FamilyId}-verdicts",
            language.Say($"{context.Title(family)}: effekt, vad som kunde ha upptäckts och omdöme. Procent.", $"{context.Title(family)}: effect, what could have been seen, and verdict. Per cent."),
            [
                new(language.Say("Utfall", "Outcome")), new(language.Say("Roll", "Role")), new(language.Say("Effekt", "Effect"), true), new(language.Say("Intervall", "Interval"), true) { IsPageOnly = true },
                Data("Från", "From"), Data("Till", "To"), new(language.Say("Betydelse från", "Matters from"), true), new(language.Say("Kunde upptäckas från", "Could be seen from"), true), new(language.Say("Omdöme", "Verdict")),
                Data("Jämförelse", "Comparison", number: false), Data("Skäl", "Reasons", number: false), Data("p-värde", "p-value"), Data("Holm", "Holm"), Data("Isär före starten, p-värde", "Parting before the start, p-value"),
                Data("Kontroller som stämmer", "Checks that agree"), Data("Kontroller", "Checks"), Data("Resultat-id", "Result id", number: false),
            ],
            [.. outcomes.Zip(rows, (outcome, verdict) => Row(context, outcome, verdict))],
            context.Source(rows.Where(verdict => verdict.Row.Source.Length > 0).Select(verdict => (verdict.Row.Source, verdict.Row.Vintage))) is { Text.Length: > 0 } source
                ? source
                : context.Definitions("utvärderingens körning", "the run of the evaluation"),
            language.Say(
                "Effekten är i procent av den nivå som annars väntats, i den första ledande jämförelse som kunde göras. Betydelse från: den minsta förändring som bedömts ha betydelse. Kunde upptäckas från: mindre förändringar syns inte i fyra fall av fem.",
                "The effect is in per cent of the level otherwise expected, in the first leading comparison that could be made. Matters from: the smallest change judged to matter. Could be seen from: smaller changes do not show in four cases of five."),
            Change.Note(language));
    }

    private static IReadOnlyList<Cell> Row(ReportContext context, OutcomeRow outcome, Rows.Released<VerdictRow> verdict)
    {
        var (language, row) = (context.Language, verdict.Row);
        var missing = verdict.IsSuppressed ? Missing.Of(context, verdict.Rule) : language.Say("kan inte anges", "can't be given");
        var effect = row.DesignId is { } design ? context.Rows.Effect(outcome.OutcomeId, design) : null;
        return
        [
            Cell.Of(context.Title(outcome)) with { Anchor = row.ResultId },
            Cell.Of(Labels.Role(language, outcome.Role)),
            Cell.Share(language, row.Relative, missing) with { Target = effect is { IsSuppressed: false } ? effect.Row.ResultId : null },
            Cell.Shares(language, row.RelativeLow, row.RelativeHigh, missing), Cell.Share(language, row.RelativeLow, missing), Cell.Share(language, row.RelativeHigh, missing),
            Cell.Share(language, row.Matters, missing),
            Cell.Share(language, row.DetectableRelative * Math.Sign(row.Matters), missing),
            Cell.Of(VerdictWords.Label(context, outcome)),
            Cell.Of(row.DesignId is null ? missing : context.DesignTitle(row.DesignId)), Cell.Of(string.Join(", ", ReasonClause.Codes(row))), Cell.P(language, row.PValue, missing), Cell.P(language, row.PHolm, missing), Cell.P(language, row.PreTrendP, missing),
            Count(row.ChecksAgreeing), Count(row.ChecksMade), Cell.Of(row.ResultId),
        ];

        Cell Count(int checks) => verdict.IsSuppressed ? Cell.Of(missing) : Cell.Of(language, checks);
    }
}
