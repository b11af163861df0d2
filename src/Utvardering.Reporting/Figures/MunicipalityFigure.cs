using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Charts;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Rows;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Figures;

/// <summary>A small panel for each municipality of the shown groups, against its group.</summary>
internal static class MunicipalityFigure
{
    /// <summary>The blocks: the figure, or a sentence on why there is none.</summary>
    public static IEnumerable<Block> Make(ReportContext context, OutcomeRow outcome)
    {
        var language = context.Language;
        var rows = context.Rows.MunicipalityTrend.Where(row => row.Row.OutcomeId == outcome.OutcomeId && context.IsShown(row.Row.PeriodStart)).ToList();
        var lines = rows
            .GroupBy(row => (row.Row.GroupId, row.Row.MunicipalityCode, row.Row.Municipality))
            .Where(line => line.Any(row => row.Row.Smooth is not null))
            .ToList();
        if (lines.Count == 0)
        {
            if (Withheld(context, rows) is { } rule)
            {
                yield return new Paragraph(language.Say("Kommunerna visas inte var för sig. ", "The municipalities are not shown one by one. ") + context.Rule(rule));
            }

            yield break;
        }

        var dates = lines.SelectMany(line => line).Select(row => row.Row.PeriodStart).ToList();
        var start = context.Start;
        if (dates.Min() == dates.Max() || start < dates.Min() || start > dates.Max())
        {
            yield break;
        }

        var source = context.Source(rows.Select(row => (row.Row.Source, row.Row.Vintage)));
        var measure = outcome.Grain == "year" ? language.Say("årsvärden", "yearly values") : language.Say("rullande år", "moving year");
        var title = Title(context, [.. lines.Select(line => line.Select(row => row.Row).ToList())]);
        var numbers = Numbers(context, outcome, rows, source);
        var data = new SmallMultiplesData(
            $"{outcome.OutcomeId}-municipalities",
            $"municipality_trend:{outcome.OutcomeId}",
            new ChartTexts(
                title,
                $"{context.Title(outcome)}, {context.Unit(outcome)}, {measure}.",
                language.Say(
                    $"En ruta för var och en av {language.Count(lines.Count)} kommuner med kommunens och gruppens linje. {title}. Siffrorna finns i filen {numbers.Name}.sv.csv.",
                    $"A panel for each of {language.Count(lines.Count)} municipalities with its own and its group's line. {title}. The figures are in the file {numbers.Name}.en.csv."),
                ReportContext.SourceLine(source),
                context.Mark),
            [.. lines.GroupBy(line => line.Key.GroupId).Select(group => new PanelGroup(
                context.GroupTitle(group.Key),
                [.. context.Rows.GroupTrend
                    .Where(row => row.Row.OutcomeId == outcome.OutcomeId && row.Row.GroupId == group.Key && context.IsShown(row.Row.PeriodStart))
                    .Select(row => new TrendPoint(row.Row.PeriodStart, row.Row.Smooth))],
                [.. group.Select(line => new TrendLine(line.Key.Municipality, [.. line.Select(row => new TrendPoint(row.Row.PeriodStart, row.Row.Smooth))]))]))],
            new TimeMark(start, language.Say("start", "start")),
            language.Say("kommunen", "the municipality"),
            language.Say("kommunens grupp", "its group"));
        yield return new ReportFigure(
            data.Name,
            language.Say($"{context.Title(outcome)} i de enskilda kommunerna, {measure}.", $"{context.Title(outcome)} in the single municipalities, {measure}."),
            SmallMultiplesChart.Make(data, language.Chart),
            numbers,
            language.Say("Samma skala i alla rutor. I små kommuner ger enstaka händelser stora utslag.", "The same scale in all panels. In small municipalities single events show as large swings."));
    }

    /// <summary>The id of the rule that keeps the outcome's municipalities back, or null where none does.</summary>
    public static string? Withheld(ReportContext context, IReadOnlyList<Released<MunicipalityTrendRow>> rows)
    {
        if (rows.FirstOrDefault(row => row.IsSuppressed) is { } suppressed)
        {
            return suppressed.Rule;
        }

        // Rows that were kept back are not there to tell their rule; the record of suppression does.
        return rows.Count == 0 ? context.Rows.Suppression.FirstOrDefault(row => row.TableName == "municipality_trend" && row.Action == "withhold")?.RuleId : null;
    }

    private static string Title(ReportContext context, IReadOnlyList<List<MunicipalityTrendRow>> lines)
    {
        var language = context.Language;
        var changes = lines
            .Select(line => (Before: line.LastOrDefault(row => row.PeriodStart < context.Start)?.Smooth, Last: line.LastOrDefault(row => row.Smooth is not null)?.Smooth))
            .Where(change => change is { Before: not null, Last: not null })
            .ToList();
        var lower = changes.Count(change => change.Last < change.Before);
        var count = ReportLanguage.Capital(lower == 0 ? language.Say("ingen", "none") : language.Count(lower));
        return language.Say(
            $"{count} av {language.Count(changes.Count)} kommuner ligger lägre vid seriens slut än vid starten",
            $"{count} of {language.Count(changes.Count)} municipalities {(lower == 1 ? "is" : "are")} lower at the end of the series than at the start");
    }

    private static ReportTable Numbers(ReportContext context, OutcomeRow outcome, IReadOnlyList<Released<MunicipalityTrendRow>> rows, Attribution source)
    {
        var language = context.Language;
        Cell Figure(Released<MunicipalityTrendRow> row, double? value) => Cell.Of(language, value, 2, Missing.Of(context, row.Rule));
        return new ReportTable(
            $"{outcome.OutcomeId}-municipality-trend",
            language.Say($"{context.Title(outcome)} i kommunerna.", $"{context.Title(outcome)} in the municipalities."),
            [
                new(language.Say("Grupp", "Group")), new(language.Say("Kommunkod", "Municipality code")), new(language.Say("Kommun", "Municipality")),
                new("Period"), new(context.Unit(outcome), true), new(language.Say("Rullande år", "Moving year"), true),
            ],
            [.. rows.Select(row => (IReadOnlyList<Cell>)
            [
                Cell.Of(context.GroupTitle(row.Row.GroupId)),
                Cell.Of(row.Row.MunicipalityCode),
                Cell.Of(row.Row.Municipality),
                Cell.Of(ReportLanguage.PeriodCode(row.Row.PeriodStart, row.Row.Grain)),
                Figure(row, row.Row.Value),
                Figure(row, row.Row.Smooth),
            ])],
            source);
    }
}
