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

        yield return new ReportTable(
            "coverage",
            language.Say("Uppgifter i körningen per mått, antal värden.", "Figures in the run by measure, number of values."),
            [
                new(language.Say("Mått", "Measure")), new(language.Say("Tid", "Time")), new(language.Say("Kommuner", "Municipalities"), true), new(language.Say("Värden", "Values"), true),
                new(language.Say("Saknas", "Missing"), true), new(language.Say("Preliminära", "Preliminary"), true),
                new(language.Say("Interpolerad folkmängd", "Population interpolated"), true), new(language.Say("Framskriven folkmängd", "Population carried forward"), true),
            ],
            [.. rows.Select(row => (IReadOnlyList<Cell>)
            [
                Cell.Of(language.Say(row.TitleSv, row.TitleEn)),
                new Cell(
                    language.Range(row.FirstPeriod, row.LastPeriod, row.Grain),
                    $"{ReportLanguage.PeriodCode(row.FirstPeriod, row.Grain)}/{ReportLanguage.PeriodCode(row.LastPeriod, row.Grain)}"),
                Cell.Of(language, row.Municipalities),
                Cell.Of(language, row.Cells),
                Cell.Of(language, row.Missing),
                Cell.Of(language, row.Preliminary),
                Cell.Of(language, row.Interpolated),
                Cell.Of(language, row.CarriedForward),
            ])],
            context.Source(rows.Select(row => (row.Source, row.Vintage))));
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
