using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Sections;

/// <summary>A question's context outcomes: read beside the others, not judged.</summary>
internal static class ContextSection
{
    /// <summary>The section, or null where the question has no such outcome.</summary>
    public static Section? Make(ReportContext context, FamilyRow family, IReadOnlyList<OutcomeRow> outcomes)
    {
        var language = context.Language;
        var rows = (
            from outcome in outcomes
            from design in context.Estimated(outcome)
            where design.Lead is not null
            select (Outcome: outcome, Design: design, Effect: context.Rows.Effect(outcome.OutcomeId, design.DesignId)!)).ToList();
        if (outcomes.Count == 0)
        {
            return null;
        }

        var blocks = new List<Block>
        {
            new Paragraph(language.Say("Bakgrundsmått läses bredvid de andra. De prövas inte och får inget omdöme.", "Context measures are read beside the others. They are not tested and get no verdict.")),
        };
        blocks.AddRange(outcomes.Where(outcome => context.Estimated(outcome).Count == 0).SelectMany(outcome => NotEstimable.Reasons(context, outcome).Select(text => new Paragraph(text, ReportContext.Sentence(context.Title(outcome))))));
        if (rows.Count > 0)
        {
            blocks.Add(new ReportTable(
                $"{family.FamilyId}-context",
                language.Say($"{context.Title(family)}: bakgrundsmått, nivåer och skillnad.", $"{context.Title(family)}: context measures, levels and difference."),
                [
                    new(language.Say("Mått", "Measure")), new(language.Say("Enhet", "Unit")), new(language.Say("Jämförelse", "Comparison")), new(language.Say("Före", "Before"), true), new(language.Say("Efter", "After"), true),
                    new(language.Say("Jämförelse, före", "Comparison, before"), true), new(language.Say("Jämförelse, efter", "Comparison, after"), true), new(language.Say("Skillnad, procent", "Difference, per cent"), true),
                    new(language.Say("Intervall", "Interval"), true) { IsPageOnly = true }, new(language.Say("Från", "From"), true) { IsDataOnly = true }, new(language.Say("Till", "To"), true) { IsDataOnly = true },
                    new(language.Say("Resultat-id", "Result id")) { IsDataOnly = true },
                ],
                [.. rows.Select(row =>
                {
                    var missing = Missing.Of(context, row.Effect.Rule);
                    Cell Figure(double? value) => Cell.Of(language, value, context.Decimals(row.Outcome), missing);
                    return (IReadOnlyList<Cell>)
                    [
                        Cell.Of(context.Title(row.Outcome)) with { Anchor = row.Effect.Row.ResultId }, Cell.Of(context.Unit(row.Outcome)), Cell.Of(context.Title(row.Design)),
                        Figure(row.Effect.Row.TreatedBefore), Figure(row.Effect.Row.TreatedAfter), Figure(row.Effect.Row.ControlBefore), Figure(row.Effect.Row.ControlAfter),
                        Cell.Share(language, row.Effect.Row.Relative, missing), Cell.Shares(language, row.Effect.Row.RelativeLow, row.Effect.Row.RelativeHigh, missing),
                        Cell.Share(language, row.Effect.Row.RelativeLow, missing), Cell.Share(language, row.Effect.Row.RelativeHigh, missing), Cell.Of(row.Effect.Row.ResultId),
                    ];
                })],
                context.Source(rows.Select(row => (row.Effect.Row.Source, row.Effect.Row.Vintage)))));
        }

        return new Section($"context-{family.FamilyId}", language.Say("Bakgrundsmått", "Context measures"), blocks);
    }
}
