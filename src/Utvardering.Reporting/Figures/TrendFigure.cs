using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Charts;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Rows;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Figures;

/// <summary>The groups' moving years as an index, with the start marked.</summary>
internal static class TrendFigure
{
    private const double Base = 100;

    /// <summary>The blocks: the figure, or a sentence on why there is none.</summary>
    public static IEnumerable<Block> Make(ReportContext context, OutcomeRow outcome)
    {
        var language = context.Language;
        var rows = context.Rows.GroupTrend.Where(row => row.Row.OutcomeId == outcome.OutcomeId && context.IsShown(row.Row.PeriodStart)).ToList();
        var groups = rows.GroupBy(row => row.Row.GroupId).ToList();
        var drawn = groups.Where(group => group.Any(row => row.Row.Index is not null)).Take(3).ToList();
        if (drawn.Count == 0 || drawn.SelectMany(group => group).Select(row => row.Row.PeriodStart).Distinct().Count() < 2)
        {
            yield return new Paragraph(Absent(context, rows));
            yield break;
        }

        var dates = drawn.SelectMany(group => group).Select(row => row.Row.PeriodStart).ToList();
        var start = context.Start;
        var source = context.Source(rows.Select(row => (row.Row.Source, row.Row.Vintage)));
        var measure = outcome.Grain == "year" ? language.Say("årsvärden", "yearly values") : language.Say("rullande år", "moving year");
        var numbers = Numbers(context, outcome, rows, source);
        var data = new GroupTrendData(
            $"{outcome.OutcomeId}-trend",
            $"group_trend:{outcome.OutcomeId}",
            new ChartTexts(
                Title(context, outcome, drawn),
                language.Say(
                    $"{context.Title(outcome)}, {measure} som index. Tiden före starten{Before(context, outcome)} = 100.",
                    $"{context.Title(outcome)}, {measure} as an index. The time before the start{Before(context, outcome)} = 100."),
                language.Say(
                    $"Linjediagram över {language.And([.. drawn.Select(group => context.GroupDefinite(group.Key))])}, {language.Range(dates.Min(), dates.Max(), outcome.Grain)}. {Title(context, outcome, drawn)}. Siffrorna finns i filen {numbers.Name}.{language.Tag}.csv.",
                    $"Line chart of {language.And([.. drawn.Select(group => context.GroupDefinite(group.Key))])}, {language.Range(dates.Min(), dates.Max(), outcome.Grain)}. {Title(context, outcome, drawn)}. The figures are in the file {numbers.Name}.{language.Tag}.csv."),
                ReportContext.SourceLine(source),
                context.Mark),
            language.Say("Index", "Index"),
            [.. drawn.Select(group => new TrendLine(context.GroupTitle(group.Key), [.. group.Select(row => new TrendPoint(row.Row.PeriodStart, row.Row.Index))]))],
            start >= dates.Min() && start <= dates.Max() ? [new TimeMark(start, language.Say("Start", "Start"))] : []);
        yield return new ReportFigure(
            data.Name,
            language.Say($"{context.Title(outcome)} i grupperna, {measure} som index.", $"{context.Title(outcome)} in the groups, {measure} as an index."),
            GroupTrendChart.Make(data, language.Chart),
            numbers,
            Notes(context, groups, outcome));
    }

    /// <summary>What each group's line has done since the start: "ned 8 procent i pilotkommunerna, upp 2 procent i …".</summary>
    private static string Title(ReportContext context, OutcomeRow outcome, IReadOnlyList<IGrouping<string, Released<GroupTrendRow>>> groups)
    {
        var language = context.Language;
        var last = groups.SelectMany(group => group).Where(row => row.Row.Index is not null).Max(row => row.Row.PeriodStart);
        var ends = groups
            .Select(group => (Group: group.Key, Index: group.FirstOrDefault(row => row.Row.PeriodStart == last)?.Row.Index))
            .Where(end => end.Index is not null && last >= context.Start)
            .Select(end => $"{Change(language, (end.Index!.Value - Base) / Base)} {language.Say("i", "in")} {context.GroupDefinite(end.Group)}")
            .ToList();
        return ends.Count == 0
            ? language.Say($"{context.Title(outcome)} till och med {language.Period(last, outcome.Grain)}", $"{context.Title(outcome)} up to {language.Period(last, outcome.Grain)}")
            : language.Say(
                $"{(outcome.Grain == "year" ? "" : "Året till och med ")}{language.Period(last, outcome.Grain)} mot tiden före starten: {string.Join(", ", ends)}",
                $"{(outcome.Grain == "year" ? "" : "The year to ")}{language.Period(last, outcome.Grain)} against the time before the start: {string.Join(", ", ends)}");
    }

    /// <summary>The time before in brackets, where an effect of the outcome tells it.</summary>
    private static string Before(ReportContext context, OutcomeRow outcome)
        => context.Rows.Effects.FirstOrDefault(effect => effect.Row.OutcomeId == outcome.OutcomeId)?.Row is { BeforeFrom: { } from, BeforeTo: { } to }
            ? $" ({context.Language.Range(from, to, outcome.Grain)})"
            : "";

    private static string Change(ReportLanguage language, double share) => Math.Round(share * 100) switch
    {
        > 0 => language.Say($"upp {language.Percent(share)}", $"up {language.Percent(share)}"),
        < 0 => language.Say($"ned {language.Percent(share)}", $"down {language.Percent(share)}"),
        _ => language.Say("oförändrat", "unchanged"),
    };

    private static string Absent(ReportContext context, IReadOnlyList<Released<GroupTrendRow>> rows)
    {
        var language = context.Language;
        return rows.FirstOrDefault(row => row.IsSuppressed) is { } suppressed
            ? language.Say("Gruppernas utveckling visas inte. ", "The groups' development is not shown. ") + context.Rule(suppressed.Rule)
            : language.Say(
                "Gruppernas utveckling kan inte visas: körningen har inget helt år med uppgifter, eller inga uppgifter före starten.",
                "The groups' development can't be shown: the run has no whole year of figures, or none before the start.");
    }

    private static List<string> Notes(ReportContext context, IReadOnlyList<IGrouping<string, Released<GroupTrendRow>>> groups, OutcomeRow outcome)
    {
        var language = context.Language;
        var notes = new List<string>();
        if (outcome.Grain != "year")
        {
            notes.Add(language.Say(
                $"Varje punkt är det år som slutar med {language.PeriodName(1, outcome.Grain)}{(outcome.Grain == "month" ? "en" : "et")}: de första punkterna efter starten innehåller därför till största delen tid före den.",
                $"Each point is the year that ends with the {language.PeriodName(1, outcome.Grain)}: the first points after the start therefore hold mostly time before it."));
        }

        foreach (var group in groups)
        {
            var emptied = group.Where(row => row.IsSuppressed).ToList();
            if (emptied.Count > 0)
            {
                notes.Add(language.Say(
                    $"För {context.GroupDefinite(group.Key)} lämnas {language.Whole(emptied.Count)} av {language.Whole(group.Count())} punkter inte ut. {context.Rule(emptied[0].Rule)}",
                    $"Of {context.GroupDefinite(group.Key)} {language.Whole(emptied.Count)} of {language.Whole(group.Count())} points are not released. {context.Rule(emptied[0].Rule)}"));
            }
        }

        if (groups.SelectMany(group => group).Any(row => row.Row.ExposureStatus == "carried_forward"))
        {
            notes.Add(language.Say("För de sista perioderna används den senast kända folkmängden.", "The last known population is used for the last periods."));
        }

        return notes;
    }

    private static ReportTable Numbers(ReportContext context, OutcomeRow outcome, IReadOnlyList<Released<GroupTrendRow>> rows, Attribution source)
    {
        var language = context.Language;
        Cell Figure(Released<GroupTrendRow> row, double? value) => Cell.Of(language, value, 2, Missing.Of(context, row.Rule));
        return new ReportTable(
            $"{outcome.OutcomeId}-trend",
            language.Say($"{context.Title(outcome)} i grupperna.", $"{context.Title(outcome)} in the groups."),
            [
                new(language.Say("Grupp", "Group")), new(language.Say("Period", "Period")), new(context.Unit(outcome), true),
                new(language.Say("Rullande år", "Moving year"), true), new("Index", true),
                new(language.Say("Kommuner med uppgift", "Municipalities with data"), true), new(language.Say("Kommuner i gruppen", "Municipalities in the group"), true),
            ],
            [.. rows.Select(row => (IReadOnlyList<Cell>)
            [
                Cell.Of(context.GroupTitle(row.Row.GroupId)),
                Cell.Of(ReportLanguage.PeriodCode(row.Row.PeriodStart, row.Row.Grain)),
                Figure(row, row.Row.Value),
                Figure(row, row.Row.Smooth),
                Figure(row, row.Row.Index),
                Cell.Of(language, row.Row.Municipalities),
                Cell.Of(language, row.Row.Members),
            ])],
            source);
    }
}
