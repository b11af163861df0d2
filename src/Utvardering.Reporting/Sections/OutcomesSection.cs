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
        var table = EffectTable.Make(context, outcome);
        blocks.AddRange(Effects(context, outcome, hasTable: table is not null));
        if (table is not null)
        {
            blocks.Add(table);
        }

        if (context.Rows.GroupTrend.Any(row => row.Row.OutcomeId == outcome.OutcomeId))
        {
            blocks.Add(new Heading(language.Say("Utvecklingen", "The development")));
            blocks.AddRange(TrendFigure.Make(context, outcome));
            blocks.AddRange(MunicipalityFigure.Make(context, outcome));
        }

        if (MunicipalityTable.Make(context, outcome) is { } municipalities)
        {
            blocks.Add(municipalities);
        }

        var estimated = designs.Where(design => context.Rows.Effect(outcome.OutcomeId, design.DesignId) is not null).ToList();
        if (estimated.Count > 0)
        {
            blocks.Add(new Heading(language.Say("Före och efter starten", "Before and after the start")));
            blocks.AddRange(estimated.Select(design => PreTrendSentence.Of(context, outcome, design)).Where(text => text.Length > 0).Select(text => new Paragraph(text)));
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

    /// <summary>A paragraph a design, or one for all where nothing could be estimated for the same reason.</summary>
    private static List<Paragraph> Effects(ReportContext context, OutcomeRow outcome, bool hasTable)
    {
        var paragraphs = context.Rows.Designs.Select(design => Effect(context, outcome, design, hasTable)).ToList();
        return paragraphs.Count > 1 && paragraphs.All(paragraph => paragraph.Text == paragraphs[0].Text)
            ? [paragraphs[0] with { Lead = null }]
            : paragraphs;
    }

    private static Paragraph Effect(ReportContext context, OutcomeRow outcome, DesignRow design, bool hasTable)
    {
        var text = EffectSentence.Full(context, outcome, design);
        var effect = context.Rows.Effect(outcome.OutcomeId, design.DesignId);
        var range = effect is null ? "" : RangeSentence.Of(context.Language, outcome, effect);
        return new Paragraph(range.Length == 0 ? text : $"{text} {range}", ReportContext.Sentence(context.Title(design)))
        {
            Anchor = hasTable ? null : effect?.Row.ResultId,
        };
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
