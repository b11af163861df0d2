using System.Globalization;
using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Charts;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Figures;

/// <summary>Relative effects with their intervals beside what could have been seen: the comparisons of one outcome, or the outcomes of one question.</summary>
internal static class ForestFigure
{
    /// <summary>An outcome's comparisons; none where fewer than two can be drawn.</summary>
    public static IEnumerable<ReportFigure> OfComparisons(ReportContext context, OutcomeRow outcome, ReportTable numbers)
    {
        var language = context.Language;
        var lead = context.Lead(outcome);
        var rows = context.Estimated(outcome)
            .Select(design => Row(context, outcome, design, context.Title(design), isLead: design == lead))
            .OfType<ForestRow>()
            .ToList();
        if (rows.Count < 2)
        {
            yield break;
        }

        var title = Title(language, rows, language.Say("jämförelser", "comparisons"));
        yield return Figure(
            context, rows, numbers, $"{outcome.OutcomeId}-comparisons", $"effect:{outcome.OutcomeId}", title,
            language.Say(
                $"{context.Title(outcome)}: skattad effekt i procent av den nivå som annars väntats. Fylld ruta: den jämförelse som omdömet vilar på.",
                $"{context.Title(outcome)}: estimated effect in per cent of the level otherwise expected. Filled square: the comparison that the verdict rests on."),
            language.Say("Jämförelse", "Comparison"),
            language.Say($"{context.Title(outcome)}: effekten i varje jämförelse, procent.", $"{context.Title(outcome)}: the effect in each comparison, per cent."));
    }

    /// <summary>A question's outcomes, each under the design that its verdict rests on; none where no verdict has an effect to draw.</summary>
    public static IEnumerable<ReportFigure> OfOutcomes(ReportContext context, FamilyRow family, IReadOnlyList<OutcomeRow> outcomes, ReportTable numbers)
    {
        var language = context.Language;
        var rows = outcomes
            .Select(outcome => context.Lead(outcome) is { } design ? Row(context, outcome, design, context.Title(outcome), isLead: outcome.Role == "primary") : null)
            .OfType<ForestRow>()
            .ToList();
        if (rows.Count == 0)
        {
            yield break;
        }

        var title = Title(language, rows, language.Say("utfall", "outcomes"));
        yield return Figure(
            context, rows, numbers, $"{family.FamilyId}-verdicts", $"families:{family.FamilyId}", title,
            language.Say(
                $"{context.Title(family)}: skattad effekt i procent av den nivå som annars väntats, i den jämförelse som omdömet vilar på. Fylld ruta: huvudutfall.",
                $"{context.Title(family)}: estimated effect in per cent of the level otherwise expected, in the comparison that the verdict rests on. Filled square: primary outcome."),
            language.Say("Utfall", "Outcome"),
            language.Say($"{context.Title(family)}: effekten i varje utfall, procent.", $"{context.Title(family)}: the effect in each outcome, per cent."));
    }

    private static ReportFigure Figure(
        ReportContext context, List<ForestRow> rows, ReportTable numbers, string name, string resultId, string title, string subtitle, string labels, string caption)
    {
        var language = context.Language;
        var data = new ForestData(
            name,
            resultId,
            new ChartTexts(
                title,
                $"{subtitle} {language.Say($"Linje: {Change.Level(language, context.Rows.Run.Level)}-procentigt intervall.", $"Line: {Change.Level(language, context.Rows.Run.Level)} per cent interval.")}",
                language.Say(
                    $"En punkt med intervall på var och en av {language.Count(rows.Count)} rader. {title}. Siffrorna finns i filen {numbers.Name}.{language.Tag}.csv.",
                    $"A point with an interval on each of {language.Count(rows.Count)} rows. {title}. The figures are in the file {numbers.Name}.{language.Tag}.csv."),
                ReportContext.SourceLine(numbers.Source),
                context.Mark),
            labels,
            language.Say("Kommuner", "Municipalities"),
            language.Say("Effekt, procent", "Effect, per cent"),
            language.Say("Procent", "Per cent"),
            rows,
            language.Say("Den minsta förändring som bedömts ha betydelse", "The smallest change judged to matter"),
            language.Say("För liten för att ha upptäckts: mindre än vad jämförelsen ser i fyra fall av fem", "Too small to have been seen: less than the comparison sees in four cases of five"));
        return new ReportFigure(name, caption, ForestChart.Make(data, language.Chart), numbers);
    }

    private static ForestRow? Row(ReportContext context, OutcomeRow outcome, DesignRow design, string label, bool isLead)
    {
        const double Percent = 100;
        if (context.Rows.Effect(outcome.OutcomeId, design.DesignId) is not { IsSuppressed: false, Row: { Relative: { } share, RelativeLow: { } low, RelativeHigh: { } high } row })
        {
            return null;
        }

        var language = context.Language;
        var detectable = context.Rows.PowerOf(outcome.OutcomeId, design.DesignId)?.Row.DetectableRelative * Math.Sign(outcome.Matters);
        return new ForestRow(
            label,
            string.Create(CultureInfo.InvariantCulture, $"{row.TreatedUnits} + {row.ControlUnits}"),
            $"{Change.Figure(language, share)} ({Change.Figures(language, low, high)})",
            share * Percent, low * Percent, high * Percent, outcome.Matters * Percent, detectable * Percent, isLead);
    }

    private static string Title(ReportLanguage language, List<ForestRow> rows, string things)
    {
        var zero = rows.Count(row => row is { Low: <= 0, High: >= 0 });
        var (all, some) = (language.Count(rows.Count), language.Count(zero));
        return (rows.Count, zero) switch
        {
            (1, 0) => language.Say("Intervallet rymmer inte noll", "The interval does not hold zero"),
            (1, _) => language.Say("Intervallet rymmer noll", "The interval holds zero"),
            var (count, held) when held == count => language.Say($"Alla {all} {things} har intervall som rymmer noll", $"All {all} {things} have intervals that hold zero"),
            (_, 0) => language.Say($"Ingen av {all} {things} har ett intervall som rymmer noll", $"None of {all} {things} has an interval that holds zero"),
            _ => language.Say($"{ReportLanguage.Capital(some)} av {all} {things} har intervall som rymmer noll", $"{ReportLanguage.Capital(some)} of {all} {things} have intervals that hold zero"),
        };
    }
}
