using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Charts;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Rows;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Figures;

/// <summary>The effect period by period: quarters as a chart, other periods as a table.</summary>
internal static class EventFigure
{
    /// <summary>The blocks: the figure or table, or a sentence on why there is none.</summary>
    public static IEnumerable<Block> Make(ReportContext context, OutcomeRow outcome, DesignRow design)
    {
        var language = context.Language;
        var rows = context.Rows.EventStudy.Where(row => row.Row.OutcomeId == outcome.OutcomeId && row.Row.DesignId == design.DesignId).ToList();
        if (rows.Count == 0)
        {
            yield break;
        }

        var numbers = EventTable.Make(context, outcome, design, rows);
        if (rows.All(row => row.Row.Estimate is null || row.Row.Reference))
        {
            var rule = rows.FirstOrDefault(row => row.IsSuppressed)?.Rule;
            yield return new Paragraph(language.Say($"Effekten period för period ({context.Title(design)}) visas inte. ", $"The effect period by period ({context.Title(design)}) is not shown. ")
                + (rule is null ? language.Say("Ingen period kunde skattas.", "No period could be estimated.") : context.Rule(rule)));
            yield break;
        }

        // The chart's axis is a calendar; counted from several starts a period is no quarter of it.
        if (rows[0].Row.Grain != "quarter" || context.SeveralStarts(outcome.OutcomeId, design.DesignId).Any())
        {
            yield return numbers;
            yield break;
        }

        var reference = rows.First(row => row.Row.Reference).Row;
        var title = Title(context, [.. rows.Select(row => row.Row)]);
        var groups = language.Say(
            $"{context.GroupDefinite(design.TreatedGroup)} och {context.GroupDefinite(design.ControlGroup)}", $"{context.GroupDefinite(design.TreatedGroup)} and {context.GroupDefinite(design.ControlGroup)}");
        var data = new EventStudyData(
            $"{outcome.OutcomeId}-event-{design.DesignId}",
            $"event:{outcome.OutcomeId}:{design.DesignId}",
            new ChartTexts(
                title,
                language.Say(
                    $"{context.Title(outcome)}, {context.DifferenceUnit(outcome)}: skillnaden mellan {groups} jämfört med {language.Period(reference.PeriodStart, "quarter")}. Linje: {Change.Level(language, reference.Level)}-procentigt intervall.",
                    $"{context.Title(outcome)}, {context.DifferenceUnit(outcome)}: the difference between {groups} against {language.Period(reference.PeriodStart, "quarter")}. Line: {Change.Level(language, reference.Level)} per cent interval."),
                language.Say(
                    $"En punkt med intervall för vart och ett av {language.Count(rows.Count, neuter: true)} kvartal. {title}. Siffrorna finns i filen {numbers.Name}.sv.csv.",
                    $"A point with an interval for each of {language.Count(rows.Count)} quarters. {title}. The figures are in the file {numbers.Name}.en.csv."),
                ReportContext.SourceLine(numbers.Source),
                context.Mark),
            ReportLanguage.Capital(context.DifferenceUnit(outcome)),
            language.Say("Kvartal före och efter starten", "Quarters before and after the start"),
            [.. rows.Select(row => Point(row.Row))],
            language.Say("Start", "Start"),
            language.Say("referens", "reference"),
            language.Say("ofullständigt kvartal", "incomplete quarter"));
        yield return new ReportFigure(
            data.Name,
            language.Say($"{context.Title(outcome)}: effekt kvartal för kvartal. {context.Title(design)}.", $"{context.Title(outcome)}: effect quarter by quarter. {context.Title(design)}."),
            EventStudyChart.Make(data, language.Chart),
            numbers,
            Notes(context, rows));
    }

    private static EventStudyPoint Point(EventStudyRow row)
    {
        // An interval without a limit has no end to draw; the note under the chart says so.
        var bounded = row is { Low: { } low, High: { } high, Reference: false } && double.IsFinite(low) && double.IsFinite(high);
        return new EventStudyPoint(
            row.Relative, row.PeriodStart, row.Estimate, bounded ? row.Low : null, bounded ? row.High : null, row.Reference, !row.Complete);
    }

    private static string Title(ReportContext context, IReadOnlyList<EventStudyRow> rows)
    {
        var language = context.Language;
        var after = rows.Where(row => row is { Relative: >= 0, Low: not null, High: not null }).ToList();
        var clear = after.Count(row => row.Low > 0 || row.High < 0);
        return (after.Count, clear) switch
        {
            (0, _) => language.Say("Inget kvartal efter starten kunde skattas", "No quarter after the start could be estimated"),
            (1, 0) => language.Say("Kvartalet efter starten har ett intervall som rymmer noll", "The quarter after the start has an interval that holds zero"),
            (1, _) => language.Say("Kvartalet efter starten har ett intervall som inte rymmer noll", "The quarter after the start has an interval that does not hold zero"),
            (_, 0) => language.Say(
                $"Alla {language.Count(after.Count, neuter: true)} kvartal efter starten har intervall som rymmer noll", $"All {language.Count(after.Count)} quarters after the start have intervals that hold zero"),
            var (count, all) when count == all => language.Say(
                $"Alla {language.Count(count, neuter: true)} kvartal efter starten har intervall som inte rymmer noll", $"All {language.Count(count)} quarters after the start have intervals that do not hold zero"),
            _ => language.Say(
                $"{ReportLanguage.Capital(language.Count(clear, neuter: true))} av {language.Count(after.Count, neuter: true)} kvartal efter starten har intervall som inte rymmer noll",
                $"{ReportLanguage.Capital(language.Count(clear))} of {language.Count(after.Count)} quarters after the start have intervals that do not hold zero"),
        };
    }

    private static List<string> Notes(ReportContext context, IReadOnlyList<Released<EventStudyRow>> rows)
    {
        var language = context.Language;
        var notes = new List<string>
        {
            language.Say(
                "Intervallen gäller ett kvartal i taget; av tjugo intervall väntas ett utesluta noll av en slump.",
                "The intervals are for one quarter at a time; of twenty intervals one is expected to exclude zero by chance."),
        };
        if (rows.Any(row => row.Row is { Low: { } low, High: { } high } && !double.IsFinite(high - low)))
        {
            notes.Add(language.Say("Kvartal utan linje har ett intervall utan gräns.", "Quarters without a line have an interval without a limit."));
        }

        var emptied = rows.Count(row => row.IsSuppressed);
        if (emptied > 0)
        {
            notes.Add(language.Say($"{ReportLanguage.Capital(language.Count(emptied, neuter: true))} kvartal lämnas inte ut. ", $"{ReportLanguage.Capital(language.Count(emptied))} quarters are not released. ")
                + context.Rule(rows.First(row => row.IsSuppressed).Rule));
        }

        return notes;
    }
}
