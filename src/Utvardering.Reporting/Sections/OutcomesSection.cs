using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Figures;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Sections;

/// <summary>The results, one subsection an outcome.</summary>
internal static class OutcomesSection
{
    public static Section Make(ReportContext context) => new(
        "outcomes",
        context.Language.Say("Resultat för varje utfall", "Results by outcome"),
        [],
        [.. context.Rows.Outcomes.Select(outcome => Outcome(context, outcome))]);

    private static Section Outcome(ReportContext context, OutcomeRow outcome)
    {
        var language = context.Language;
        var designs = context.Rows.Designs;
        var blocks = new List<Block>
        {
            new Paragraph(
                language.Say(
                    $"{ReportLanguage.Capital(context.Unit(outcome))}. {ReportLanguage.Capital(Labels.Role(language, outcome.Role))}. Minsta förändring som bedömts ha betydelse: {language.SignedPercent(outcome.Matters)}.",
                    $"{ReportLanguage.Capital(context.Unit(outcome))}. {ReportLanguage.Capital(Labels.Role(language, outcome.Role))}. Smallest change judged to matter: {language.SignedPercent(outcome.Matters)}."),
                language.Say("Mått.", "Measure.")),
        };
        foreach (var design in designs)
        {
            var sentences = new List<string> { EffectSentence.Full(context, outcome, design) };
            if (context.Rows.Effect(outcome.OutcomeId, design.DesignId) is { } effect)
            {
                sentences.Add(RangeSentence.Of(language, outcome, effect));
            }

            blocks.Add(new Paragraph(string.Join(" ", sentences.Where(sentence => sentence.Length > 0)), context.Title(design) + "."));
        }

        if (EffectTable.Make(context, outcome) is { } table)
        {
            blocks.Add(table);
        }

        blocks.Add(new Heading(language.Say("Utvecklingen", "The development")));
        blocks.AddRange(TrendFigure.Make(context, outcome));
        blocks.AddRange(MunicipalityFigure.Make(context, outcome));
        if (MunicipalityTable.Make(context, outcome) is { } municipalities)
        {
            blocks.Add(municipalities);
        }

        var estimated = designs.Where(design => context.Rows.Effect(outcome.OutcomeId, design.DesignId) is not null).ToList();
        if (estimated.Count > 0)
        {
            blocks.Add(new Heading(language.Say("Före och efter starten", "Before and after the start")));
            blocks.AddRange(estimated.Select(design => new Paragraph(PreTrendSentence.Of(context, outcome, design))));
            blocks.AddRange(estimated.SelectMany(design => EventFigure.Make(context, outcome, design)));
        }

        var cautions = Lines(language.Say(outcome.CaveatsSv, outcome.CaveatsEn)).Concat(WarningSentence.All(context, outcome)).ToList();
        if (cautions.Count > 0)
        {
            blocks.Add(new Heading(language.Say("Att tänka på", "To keep in mind")));
            blocks.Add(new Bullets(cautions));
        }

        return new Section($"outcome-{outcome.OutcomeId}", $"{context.Title(outcome)}: {Finding.Of(context, outcome)}", blocks) { ShortTitle = context.Title(outcome) };
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
