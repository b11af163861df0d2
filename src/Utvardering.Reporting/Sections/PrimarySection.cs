using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Figures;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Sections;

/// <summary>A primary outcome in full: what could have been seen, what was, how it came about, what speaks against it, and whom it is about.</summary>
internal static class PrimarySection
{
    public static Section Make(ReportContext context, OutcomeRow outcome) => OutcomeBlocks.Section(context, outcome, Blocks(context, outcome));

    private static IEnumerable<Block> Blocks(ReportContext context, OutcomeRow outcome)
    {
        var lead = context.Lead(outcome);
        return
        [
            OutcomeBlocks.Measure(context, outcome),
            .. Under(context.Language.Say("Vad som kunde ha upptäckts", "What could have been seen"), Seen(context, outcome, lead)),
            .. Under(context.Language.Say("Resultat", "Result"), Result(context, outcome, lead)),
            .. Under(context.Language.Say("Utvecklingen", "The development"), Development(context, outcome)),
            .. Under(context.Language.Say("Före och efter starten", "Before and after the start"), Periods(context, outcome)),
            .. Under(context.Language.Say("Håller svaret?", "Does the answer stand?"), Checked(context, outcome, lead)),
            .. Under(context.Language.Say("Vilka som jämförs", "Who is compared"), Compared(context, outcome)),
            .. Under(context.Language.Say("Kommun för kommun", "Municipality by municipality"), Units(context, outcome, lead)),
            .. OutcomeBlocks.Cautions(context, outcome, context.Estimated(outcome), []),
        ];
    }

    private static IEnumerable<Block> Under(string heading, IEnumerable<Block> blocks)
    {
        var made = blocks.ToList();
        return made.Count == 0 ? [] : made.Prepend(new Heading(heading));
    }

    private static IEnumerable<Block> Seen(ReportContext context, OutcomeRow outcome, DesignRow? lead)
    {
        if (lead is not null && PowerSentence.Of(context, outcome, lead) is { Length: > 0 } text)
        {
            yield return new Paragraph(text);
        }

        if (PowerTable.Make(context, outcome) is { } table)
        {
            yield return table;
        }
    }

    private static IEnumerable<Block> Result(ReportContext context, OutcomeRow outcome, DesignRow? lead)
    {
        yield return OutcomeBlocks.Verdict(context, outcome);
        if (lead is not null && !context.Rows.Verdict(outcome.OutcomeId)!.IsSuppressed)
        {
            yield return new Paragraph(EffectSentence.Of(context, outcome, lead), context.Language.Say("I måttets enhet.", "In the measure's unit."));
        }

        foreach (var paragraph in OutcomeBlocks.Missing(context, outcome))
        {
            yield return paragraph;
        }

        if (EffectTable.Make(context, outcome) is not { } table)
        {
            yield break;
        }

        foreach (var figure in ForestFigure.OfComparisons(context, outcome, table))
        {
            yield return figure;
        }

        yield return table;
        if (LevelTable.Make(context, outcome) is { } levels)
        {
            yield return levels;
        }
    }

    private static IEnumerable<Block> Development(ReportContext context, OutcomeRow outcome)
    {
        if (!context.Rows.GroupTrend.Any(row => row.Row.OutcomeId == outcome.OutcomeId))
        {
            return [];
        }

        var municipalities = MunicipalityTable.Make(context, outcome);
        return [.. TrendFigure.Make(context, outcome), .. MunicipalityFigure.Make(context, outcome), .. municipalities is null ? [] : new[] { municipalities }];
    }

    /// <summary>Only of the comparisons that verdicts may rest on; the others stand in a data file.</summary>
    private static IEnumerable<Block> Periods(ReportContext context, OutcomeRow outcome)
    {
        var leads = context.Estimated(outcome).Where(design => design.Lead is not null).ToList();
        return leads
            .Select(design => PreTrendSentence.Of(context, outcome, design)).Where(text => text.Length > 0).Select(Block (text) => new Paragraph(text))
            .Concat(leads.SelectMany(design => EventFigure.Make(context, outcome, design)));
    }

    private static IEnumerable<Block> Checked(ReportContext context, OutcomeRow outcome, DesignRow? lead)
    {
        if (lead is null || CheckTable.Make(context, outcome, lead) is not { } table)
        {
            yield break;
        }

        if (OutcomeBlocks.Checks(context, outcome) is { Length: > 0 } text)
        {
            yield return new Paragraph(text);
        }

        yield return table;
    }

    private static IEnumerable<Block> Compared(ReportContext context, OutcomeRow outcome)
        => new[] { LikenessTable.Make(context, outcome), ComparedTable.Make(context, outcome) }.OfType<Block>();

    private static IEnumerable<Block> Units(ReportContext context, OutcomeRow outcome, DesignRow? lead)
    {
        if (lead is null)
        {
            yield break;
        }

        if (DoseSentence.Of(context, outcome, lead) is { Length: > 0 } text)
        {
            yield return new Paragraph(text);
        }

        if (UnitTable.Make(context, outcome, lead) is { } table)
        {
            yield return table;
        }
    }
}
