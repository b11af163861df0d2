using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Sections;

/// <summary>The question, each outcome's answer by rule, and all effects in one table.</summary>
internal static class SummarySection
{
    public static Section Make(ReportContext context)
    {
        var language = context.Language;
        var run = context.Rows.Run;
        var treated = context.Rows.Designs[0].TreatedGroup;
        var blocks = new List<Block>
        {
            new Paragraph(SummarySentences.Of(context)),
            new Paragraph(language.Say(
                $"Frågan är: {run.TitleSv} Insatsen började {language.Date(run.Start)}. Rapporten jämför {context.GroupDefinite(treated)} med andra kommuner, före och efter starten. {PlanSentence.Of(context)}",
                $"The question is: {run.TitleEn} The programme began on {language.Date(run.Start)}. The report compares {context.GroupDefinite(treated)} with other municipalities, before and after the start. {PlanSentence.Of(context)}")),
            new Paragraph(language.Say(
                "Skattningarna är effekter av insatsen bara om grupperna annars hade utvecklats lika. Om det är rimligt diskuteras i avsnitt 2.",
                "The estimates are effects of the programme only if the groups would otherwise have developed alike. Section 2 discusses whether that is reasonable.")),
        };
        var found = context.Rows.Effects.Select(effect => effect.Row.OutcomeId).ToHashSet(StringComparer.Ordinal);
        blocks.AddRange(context.Rows.Outcomes.Where(outcome => found.Contains(outcome.OutcomeId)).Select(outcome => Outcome(context, outcome)));
        blocks.AddRange(context.Rows.Outcomes
            .Where(outcome => !found.Contains(outcome.OutcomeId))
            .GroupBy(outcome => EffectSentence.Brief(context, outcome, context.Rows.Designs[0]))
            .Select(group => new Paragraph(group.Key, ReportContext.Sentence(language.And([.. group.Select((outcome, i) => i == 0 ? context.Title(outcome) : ReportLanguage.Lower(context.Title(outcome)))])))));
        if (Table(context) is { } table)
        {
            blocks.Add(table);
        }

        return new Section("summary", language.Say("Sammanfattning", "Summary"), blocks);
    }

    private static Paragraph Outcome(ReportContext context, OutcomeRow outcome)
    {
        var first = context.Rows.Designs[0];
        var effect = context.Rows.Effect(outcome.OutcomeId, first.DesignId);
        var sentences = new List<string> { EffectSentence.Brief(context, outcome, first) };
        if (effect is not null)
        {
            sentences.Add(RangeSentence.Of(context.Language, outcome, effect));
        }

        if (PreTrendSentence.Test(context, outcome, first) is { Row: { Warning: true, PValue: { } p } })
        {
            sentences.Add(context.Language.Say(
                $"Grupperna utvecklades olika redan före starten (p = {context.Language.PValue(p)}), så skillnaden kan inte utan vidare läsas som en effekt.",
                $"The groups developed differently already before the start (p = {context.Language.PValue(p)}), so the difference can't simply be read as an effect."));
        }

        sentences.AddRange(context.Rows.Designs.Where(design => design != first && (effect is null || Finding.Differs(context, outcome, design))).Select(design => Other(context, outcome, design, effect is null)));
        return new Paragraph(string.Join(" ", sentences.Where(sentence => sentence.Length > 0)), ReportContext.Sentence(context.Title(outcome)));
    }

    /// <summary>A further design's finding with its interval.</summary>
    private static string Other(ReportContext context, OutcomeRow outcome, DesignRow design, bool alone)
    {
        var language = context.Language;
        var interval = context.Rows.Effect(outcome.OutcomeId, design.DesignId) is { IsSuppressed: false } effect
            ? $" ({EffectSentence.Interval(language, effect.Row, context.Decimals(outcome))})"
            : "";
        var finding = Finding.Of(context, outcome, design) + interval;
        return alone
            ? ReportLanguage.Capital(finding) + "."
            : language.Say($"Den andra jämförelsen ger ett annat besked: {finding}.", $"The other comparison says something else: {finding}.");
    }

    private static ReportTable? Table(ReportContext context)
    {
        var language = context.Language;
        var effects = context.Rows.Effects;
        if (effects.Count == 0)
        {
            return null;
        }

        var level = EffectSentence.Level(language, context.Rows.Run.Level);
        var rows = (
            from outcome in context.Rows.Outcomes
            from design in context.Rows.Designs
            let effect = context.Rows.Effect(outcome.OutcomeId, design.DesignId)
            where effect is not null
            select (Cells: (IReadOnlyList<Cell>)SummaryRow.Make(context, outcome, design, effect), Source: context.Source(effect.Row.Source, effect.Row.Vintage))).ToList();
        return new ReportTable(
            "effects",
            language.Say("Skattade effekter i utfallets enhet och i procent, alla utfall och jämförelser.", "Estimated effects in the outcome's unit and in per cent, all outcomes and comparisons."),
            [
                new(language.Say("Utfall", "Outcome")), new(language.Say("Jämförelse", "Comparison")), new(language.Say("Skattning", "Estimate"), true),
                new(language.Say("Nedre gräns", "Lower limit"), true), new(language.Say("Övre gräns", "Upper limit"), true), new(language.Say("Procent", "Per cent"), true),
                new(language.Say("Från", "From"), true), new(language.Say("Till", "To"), true), new(language.Say("p-värde", "p-value"), true),
                new(language.Say("Kommuner", "Municipalities"), true), new(language.Say("Resultat-id", "Result id")) { IsDataOnly = true },
            ],
            [.. rows.Select(row => row.Cells)],
            context.Source(effects.Select(effect => (effect.Row.Source, effect.Row.Vintage))),
            language.Say(
                $"Gränserna är {level}-procentiga intervall; ”Från” och ”Till” är samma gränser i procent av den nivå som kommunerna med insats annars skulle ha haft. Enheterna står i avsnitt 3.",
                $"The limits are {level} per cent intervals; “From” and “To” are the same limits in per cent of the level that the municipalities with the programme would otherwise have had. Section 3 gives the units."),
            RangeSentence.PercentNote(language))
        {
            RowSources = [.. rows.Select(row => row.Source)],
        };
    }
}
