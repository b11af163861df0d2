using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Figures;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Sections;

/// <summary>A secondary outcome in short: what could have been seen, the verdict, the comparisons, the development, and what to keep in mind. The rest is in the data files.</summary>
internal static class SecondarySection
{
    public static Section Make(ReportContext context, OutcomeRow outcome) => OutcomeBlocks.Section(context, outcome, Blocks(context, outcome));

    private static IEnumerable<Block> Blocks(ReportContext context, OutcomeRow outcome)
    {
        var lead = context.Lead(outcome);
        yield return OutcomeBlocks.Measure(context, outcome);
        if (lead is not null && context.Rows.PowerOf(outcome.OutcomeId, lead.DesignId) is not { IsSuppressed: true } && PowerSentence.Of(context, outcome, lead) is { Length: > 0 } seen)
        {
            yield return new Paragraph(seen, context.Language.Say("Vad som kunde ha upptäckts.", "What could have been seen."));
        }

        yield return OutcomeBlocks.Verdict(context, outcome);
        foreach (var paragraph in OutcomeBlocks.Missing(context, outcome))
        {
            yield return paragraph;
        }

        if (EffectTable.Make(context, outcome) is { } table)
        {
            foreach (var figure in ForestFigure.OfComparisons(context, outcome, table))
            {
                yield return figure;
            }

            yield return table;
        }

        if (OutcomeBlocks.Checks(context, outcome) is { Length: > 0 } checks)
        {
            yield return new Paragraph(string.Join(" ", Opposed(context, outcome, lead!).Prepend(checks)), context.Language.Say("Håller svaret?", "Does the answer stand?"));
        }

        if (context.Rows.GroupTrend.Any(row => row.Row.OutcomeId == outcome.OutcomeId))
        {
            foreach (var block in TrendFigure.Make(context, outcome))
            {
                yield return block;
            }
        }

        foreach (var block in OutcomeBlocks.Cautions(context, outcome, lead is null ? [] : [lead], lead is null ? [] : LikenessSentence.All(context, outcome, lead)))
        {
            yield return block;
        }
    }

    /// <summary>The checks that speak against the answer, each named.</summary>
    private static IEnumerable<string> Opposed(ReportContext context, OutcomeRow outcome, DesignRow lead) => context.Rows.Sensitivity
        .Where(row => row.Row.OutcomeId == outcome.OutcomeId && row.Row.DesignId == lead.DesignId && row.Row.Agrees == false)
        .Select(row => ReportContext.Sentence($"{CheckWords.Title(context, row.Row.Kind, row.Row.Variant)}: {CheckWords.Answer(context, row.Row)}"));
}
