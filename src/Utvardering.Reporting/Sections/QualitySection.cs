using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Rows;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Sections;

/// <summary>What is there, what is missing, what was left out and what was not released.</summary>
internal static class QualitySection
{
    private const double Percent = 100;

    public static Section Make(ReportContext context)
    {
        var language = context.Language;
        var sections = new List<Section>
        {
            new("coverage", language.Say("Täckning", "Coverage"), [.. Coverage(context)]),
            new("unknown-place", language.Say("Brott med okänd plats", "Offences at an unknown place"), [.. UnknownPlace(context)]),
            LeftOutSection.Make(context),
            ReleaseSection.Make(context),
        };
        return new Section("quality", language.Say("Datakvalitet", "Data quality"), [], sections);
    }

    private static IEnumerable<Block> Coverage(ReportContext context)
    {
        var language = context.Language;
        var rows = context.Rows.DataQuality.OrderBy(row => row.IndicatorId, StringComparer.Ordinal).ToList();
        if (rows.Count == 0)
        {
            yield return new Paragraph(language.Say("Körningen innehåller inga uppgifter om täckning.", "The run holds no figures on coverage."));
            yield break;
        }

        if (rows.Sum(row => row.Interpolated) is > 0 and var interpolated)
        {
            yield return new Paragraph(language.Say(
                $"Folkmängden saknas i underlaget för vissa årsskiften. Den är här beräknad på en rät linje mellan närmast kända årsskiften; SCB:s egna tal kan avvika. Det gäller {language.Whole(interpolated)} av {language.Whole(rows.Sum(row => row.Cells))} värden. Detta är något annat än att varje månads nämnare ligger på en linje mellan två årsskiften (se avsnittet Metod).",
                $"The population of some year-ends is missing from the material. It is here computed on a straight line between the nearest known year-ends; Statistics Sweden's own figures may differ. This holds for {language.Whole(interpolated)} of {language.Whole(rows.Sum(row => row.Cells))} values. It is another matter than every month's denominator lying on a line between two year-ends (see the section Method)."));
        }

        if (rows.Sum(row => row.CarriedForward) is > 0 and var carried)
        {
            yield return new Paragraph(language.Say(
                $"För {language.Whole(carried)} värden är folkmängden framskriven: den senast kända folkmängden används också efter sitt datum.",
                $"For {language.Whole(carried)} values the population is carried forward: the last known population is used beyond its date."));
        }

        // What the plan judges comes first; the rest is in the data file.
        var judged = context.Outcomes.Select(outcome => outcome.IndicatorId).ToHashSet(StringComparer.Ordinal);
        var shown = rows.Where(row => judged.Contains(row.IndicatorId)).ToList();
        yield return Quality(context, "coverage", language.Say("Uppgifterna bakom utfallen, antal värden där inget annat sägs.", "The figures behind the outcomes, number of values where nothing else is said."), shown.Count > 0 ? shown : rows);
        if (shown.Count > 0 && shown.Count < rows.Count)
        {
            yield return new DataFiles([Quality(context, "coverage-all", language.Say("Uppgifterna om alla mått i körningen.", "The figures on all measures of the run."), rows)]);
        }

        if (Breaks(context, judged) is { Count: > 0 } breaks)
        {
            yield return new Paragraph(language.Say("Byten av definition, och ovanligt stora nivåskiften att fråga om:", "Changes of definition, and unusually large shifts of level to ask about:"));
            yield return new Bullets(breaks);
        }
    }

    private static ReportTable Quality(ReportContext context, string name, string caption, IReadOnlyList<DataQualityRow> rows)
    {
        var language = context.Language;
        Column Data(string sv, string en) => Column.OfData(language.Say(sv, en));
        return new ReportTable(
            name,
            caption,
            [
                new(language.Say("Mått", "Measure")), new(language.Say("Tid", "Time")), new(language.Say("Kommuner", "Municipalities"), true), new(language.Say("Värden", "Values"), true),
                new(language.Say("Saknas", "Missing"), true), new(language.Say("Luckor", "Gaps"), true), new(language.Say("Preliminära, procent", "Preliminary, per cent"), true),
                new(language.Say("Byten av definition", "Changes of definition"), true), new(language.Say("Nivåskiften", "Level shifts"), true), new(language.Say("Månader efter", "Months behind"), true),
                Data("Hålls inne av källan", "Kept back by the source"), Data("Nollor", "Zeros"), Data("Kommuner med luckor", "Municipalities with gaps"), Data("Preliminära", "Preliminary"), Data("Kommuner utan senaste perioden", "Municipalities without the newest period"),
                Data("Interpolerad folkmängd", "Population interpolated"), Data("Framskriven folkmängd", "Population carried forward"),
            ],
            [.. rows.Select(row => (IReadOnlyList<Cell>)
            [
                Cell.Of(language.Say(row.TitleSv, row.TitleEn)),
                new Cell(
                    language.Range(row.FirstPeriod, row.LastPeriod, row.Grain),
                    $"{ReportLanguage.PeriodCode(row.FirstPeriod, row.Grain)}/{ReportLanguage.PeriodCode(row.LastPeriod, row.Grain)}"),
                Cell.Of(language, row.Municipalities), Cell.Of(language, row.Cells), Cell.Of(language, row.Missing), Cell.Of(language, row.Gaps),
                Cell.Of(language, row.PreliminaryShare * Percent, Quantity.OfPercent(row.PreliminaryShare * Percent), ""), Cell.Of(language, row.Breaks), Cell.Of(language, row.LevelShifts),
                row.MonthsBehind is { } behind ? Cell.Of(language, behind) : Cell.Of(language.Say("inga uppgifter", "no figures")),
                Cell.Of(language, row.Suppressed), Cell.Of(language, row.Zeros), Cell.Of(language, row.MunicipalitiesWithGaps), Cell.Of(language, row.Preliminary), Cell.Of(language, row.MunicipalitiesBehind),
                Cell.Of(language, row.Interpolated), Cell.Of(language, row.CarriedForward),
            ])],
            context.Source(rows.Select(row => (row.Source, row.Vintage))),
            language.Say(
                "Luckor: perioder utan uppgift mellan en kommuns första och sista. Månader efter: från slutet av den nyaste uppgiften till slutet av körningens nyaste.",
                "Gaps: periods without a figure between a municipality's first and last. Months behind: from the end of the newest figure to the end of the newest of the run."));
    }

    private static List<string> Breaks(ReportContext context, HashSet<string> judged)
    {
        var language = context.Language;
        return [.. context.Rows.SeriesBreaks.Select(row => row.Row).Where(row => judged.Contains(row.IndicatorId)).Select(row => row.TextSv is null
            ? language.Say(
                $"{context.IndicatorTitle(row.IndicatorId)}: nivåskifte {language.Period(row.PeriodStart, row.Grain)} i {row.Municipality ?? "kommunerna tillsammans"}.",
                $"{context.IndicatorTitle(row.IndicatorId)}: shift of level {language.Period(row.PeriodStart, row.Grain)} in {row.Municipality ?? "the municipalities together"}.")
            : $"{context.IndicatorTitle(row.IndicatorId)}, {language.Period(row.PeriodStart, row.Grain)}: {language.Say(row.TextSv, row.TextEn ?? row.TextSv)}")];
    }

    private static IEnumerable<Block> UnknownPlace(ReportContext context)
    {
        var language = context.Language;
        var rows = context.Rows.UnknownPlace.OrderBy(row => row.Row.IndicatorId, StringComparer.Ordinal).ThenBy(row => row.Row.Year).ToList();
        if (rows.Count == 0)
        {
            yield return new Paragraph(language.Say(
                "Ingen källa i körningen redovisar brott med okänd plats.", "No source of the run reports offences at an unknown place."));
            yield break;
        }

        yield return new Paragraph(language.Say(
            "Brott vars plats inte är känd ingår inte i någon kommuns tal. Om andelen ändras mellan åren ändras kommunernas tal utan att brotten gör det.",
            "Offences whose place is not known are in no municipality's figure. If their share changes between years, the municipalities' figures change without the offences doing so."));
        yield return new ReportTable(
            "unknown-place",
            language.Say("Anmälda brott med känd och okänd plats, antal och andel.", "Reported offences at a known and an unknown place, number and share."),
            [
                new(language.Say("Mått", "Measure")), new(language.Say("År", "Year"), true), new(language.Say("Känd plats", "Known place"), true),
                new(language.Say("Okänd plats", "Unknown place"), true), new(language.Say("Andel okänd, procent", "Share unknown, per cent"), true), new(language.Say("Månader", "Months"), true),
            ],
            [.. rows.Select(row => UnknownRow(context, row))],
            context.Source(rows.Select(row => (row.Row.Source, row.Row.Vintage))),
            language.Say("Månader: antal månader av året som ingår.", "Months: the number of months of the year that are included."));
    }

    private static IReadOnlyList<Cell> UnknownRow(ReportContext context, Released<UnknownPlaceRow> row)
    {
        var language = context.Language;
        var missing = Missing.Of(context, row.Rule);
        double? share = row.IsSuppressed || row.Row.Placed + row.Row.UnknownPlace == 0 ? null : Percent * row.Row.UnknownPlace / (row.Row.Placed + row.Row.UnknownPlace);
        return
        [
            Cell.Of(context.IndicatorTitle(row.Row.IndicatorId)),
            new Cell(ReportLanguage.PeriodCode(new DateOnly((int)row.Row.Year, 1, 1), "year"), language.Data(row.Row.Year)),
            row.IsSuppressed ? Cell.Of(missing) : Cell.Of(language, row.Row.Placed),
            row.IsSuppressed ? Cell.Of(missing) : Cell.Of(language, row.Row.UnknownPlace),
            Cell.Of(language, share, 1, missing),
            Cell.Of(language, row.Row.Months),
        ];
    }
}
