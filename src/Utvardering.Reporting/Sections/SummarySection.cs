using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Figures;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Sections;

/// <summary>The verdicts question by question, in words, as a picture and as a table.</summary>
internal static class SummarySection
{
    public static Section Make(ReportContext context)
    {
        var language = context.Language;
        var treated = context.GroupDefinite(context.Rows.Designs[0].TreatedGroup);
        var start = context.Rows.Run.PlaceboStart is null && context.SeveralStarts().Any()
            ? language.Say(
                $"Insatsen började tidigast den {language.Date(context.Start)}, och inte samtidigt i alla kommuner.", $"The programme began on {language.Date(context.Start)} at the earliest, and not at the same time in all municipalities.")
            : context.Rows.Run.PlaceboStart is null
            ? language.Say($"Insatsen började {language.Date(context.Start)}.", $"The programme began on {language.Date(context.Start)}.")
            : language.Say($"Provets startdatum är {language.Date(context.Start)}.", $"The start of the trial is {language.Date(context.Start)}.");
        return new Section(
            "summary",
            language.Say("Sammanfattning", "Summary"),
            [
                new Paragraph($"{start} " + language.Say(
                    $"Rapporten jämför {treated} med andra kommuner, före och efter starten. {Counts(context)} {PlanSentence.Of(context)}",
                    $"The report compares {treated} with other municipalities, before and after the start. {Counts(context)} {PlanSentence.Of(context)}")),
                new Paragraph(language.Say(
                    $"Omdömet om varje utfall följer regler som ligger fast (se avsnittet Metod). Att något inte går att avgöra betyder inte att insatsen saknar effekt; hur liten förändring som kunde ha visats står vid varje utfall.{(context.Rows.Run.PlaceboStart is null ? " Skattningarna är effekter av insatsen bara om grupperna annars hade utvecklats lika." : "")}",
                    $"The verdict on each outcome follows fixed rules (see the section Method). That something can't be decided does not mean that the programme has no effect; how small a change could have been seen stands with each outcome.{(context.Rows.Run.PlaceboStart is null ? " The estimates are effects of the programme only if the groups would otherwise have developed alike." : "")}")),
            ],
            [.. context.Families.Select(family => Family(context, family.Family, [.. family.Outcomes.Where(outcome => outcome.Role != "context")])).OfType<Section>()]);
    }

    /// <summary>How many outcomes there are of each role, and how many got each verdict.</summary>
    private static string Counts(ReportContext context)
    {
        var language = context.Language;
        var tested = context.Outcomes.Where(outcome => outcome.Role != "context").ToList();
        var (primary, all) = (tested.Count(outcome => outcome.Role == "primary"), context.Rows.Outcomes.Count(outcome => outcome.Role != "context"));
        var verdicts = VerdictWords.Order
            .Select(code => (Code: code, Count: tested.Count(outcome => VerdictWords.Code(context.Rows.Verdict(outcome.OutcomeId)) == code)))
            .Where(verdict => verdict.Count > 0)
            .Select(verdict => $"{VerdictWords.Label(language, verdict.Code)} {language.Whole(verdict.Count)}");
        var some = tested.Count == all
            ? language.Say($"{ReportLanguage.Capital(language.Count(all, neuter: true))} utfall prövas", $"{ReportLanguage.Capital(language.Count(all))} outcomes are judged")
            : language.Say($"Körningen prövar {language.Count(tested.Count, neuter: true)} av planens {language.Count(all, neuter: true)} utfall", $"The run judges {language.Count(tested.Count)} of the plan's {language.Count(all)} outcomes");
        return language.Say(
            $"{some}, varav {language.Count(primary, neuter: true)} huvudutfall. Omdömen: {string.Join(", ", verdicts)}.",
            $"{some}, {language.Count(primary)} of them primary. Verdicts: {string.Join(", ", verdicts)}.");
    }

    private static Section? Family(ReportContext context, FamilyRow family, IReadOnlyList<OutcomeRow> outcomes)
    {
        if (outcomes.Count == 0)
        {
            return null;
        }

        var language = context.Language;
        var table = VerdictTable.Make(context, family, outcomes);
        var secondary = outcomes.Where(outcome => outcome.Role != "primary").ToList();
        var blocks = new List<Block>();
        blocks.AddRange(outcomes.Where(outcome => outcome.Role == "primary").Select(outcome => new Paragraph(
            VerdictSentence.Full(context, outcome), $"{context.Title(outcome)}: {VerdictWords.Label(context, outcome)}.")));
        if (secondary.Count > 0)
        {
            blocks.Add(new Paragraph(language.Say("Sekundära utfall:", "Secondary outcomes:")));
            blocks.Add(new Bullets([.. secondary
                .OrderBy(outcome => VerdictWords.Order.ToList().IndexOf(VerdictWords.Code(context.Rows.Verdict(outcome.OutcomeId))))
                .GroupBy(outcome => $"{VerdictWords.Label(context, outcome)}: {VerdictSentence.Brief(context, outcome)}.")
                .Select(same => $"{language.And([.. same.Select((outcome, i) => i == 0 ? context.Title(outcome) : ReportLanguage.Lower(context.Title(outcome)))])} – {same.Key}")]));
        }

        blocks.AddRange(ForestFigure.OfOutcomes(context, family, outcomes, table));
        blocks.Add(table);
        return new Section($"summary-{family.FamilyId}", language.Say(family.QuestionSv, family.QuestionEn), blocks) { ShortTitle = context.Title(family) };
    }
}
