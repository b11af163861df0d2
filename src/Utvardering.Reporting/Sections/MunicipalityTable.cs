using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Rows;

namespace Utvardering.Reporting.Sections;

/// <summary>The shown municipalities' levels before and after the start, pooled as the estimate pools them.</summary>
internal static class MunicipalityTable
{
    /// <summary>The table, or null where no figure of a municipality was released or the outcome has no windows.</summary>
    public static ReportTable? Make(ReportContext context, OutcomeRow outcome)
    {
        var language = context.Language;
        var effect = context.Rows.Effects.Select(row => row.Row).FirstOrDefault(row => row.OutcomeId == outcome.OutcomeId);
        var shown = context.Rows.MunicipalityTrend
            .Where(row => row.Row.OutcomeId == outcome.OutcomeId)
            .Select(row => row.Row)
            .DistinctBy(row => (row.GroupId, row.MunicipalityCode))
            .ToList();
        if (shown.Count == 0 || effect is not { BeforeFrom: { } beforeFrom, BeforeTo: { } beforeTo, AfterFrom: { } afterFrom, AfterTo: { } afterTo })
        {
            return null;
        }

        var series = context.Rows.MunicipalitySeries.Where(row => row.Row.IndicatorId == outcome.IndicatorId).ToLookup(row => row.Row.MunicipalityCode);
        var levels = shown
            .Select(row => (Row: row, Before: Level(row.MunicipalityCode, beforeFrom, beforeTo), After: Level(row.MunicipalityCode, afterFrom, afterTo)))
            .ToList();
        if (levels.All(level => level is { Before: null, After: null }))
        {
            return null;
        }

        var decimals = context.Decimals(outcome);
        return new ReportTable(
            $"{outcome.OutcomeId}-municipalities",
            language.Say($"{context.Title(outcome)} i kommunerna, {context.Unit(outcome)}.", $"{context.Title(outcome)} in the municipalities, {context.Unit(outcome)}."),
            [
                new(language.Say("Kommun", "Municipality")), new(language.Say("Grupp", "Group")),
                new(language.Range(beforeFrom, beforeTo, outcome.Grain), true), new(language.Range(afterFrom, afterTo, outcome.Grain), true), new(language.Say("Förändring", "Change"), true),
            ],
            [.. levels.Select(level => (IReadOnlyList<Cell>)
            [
                Cell.Of(level.Row.Municipality),
                Cell.Of(context.GroupTitle(level.Row.GroupId)),
                Figure(level.Before),
                Figure(level.After),
                level.After - level.Before is { } change ? new Cell(language.Signed(change, decimals), language.Data(change)) : Figure(null),
            ])],
            context.Source(shown.Select(row => (row.Source, row.Vintage))),
            outcome.GroupRule == "ratio_of_sums"
                ? language.Say("En kommuns nivå är summan av periodernas antal delad med summan av deras nämnare.", "A municipality's level is the sum of the periods' counts over the sum of their denominators.")
                : language.Say("En kommuns nivå är medelvärdet av periodernas tal.", "A municipality's level is the mean of the periods' figures."));

        Cell Figure(double? value) => Cell.Of(language, value, decimals, Missing.Of(context, ""));

        double? Level(string municipality, DateOnly from, DateOnly to) => Pool(
            [.. series[municipality].Select(row => row.Row).Where(row => row.PeriodStart >= from && row.PeriodStart <= to && row.Value is not null)], outcome.GroupRule == "ratio_of_sums");
    }

    private static double? Pool(IReadOnlyList<MunicipalitySeriesRow> rows, bool counts)
    {
        if (rows.Count == 0)
        {
            return null;
        }

        if (!counts)
        {
            return rows.Average(row => row.Value);
        }

        // The rate's base stands in no column: it is what makes the rate of a row that has a count.
        return rows.FirstOrDefault(row => row is { Numerator: > 0, Denominator: > 0 }) is { } known
            ? known.Value * known.Denominator / known.Numerator * rows.Sum(row => row.Numerator) / rows.Sum(row => row.Denominator)
            : 0;
    }
}
