using Utvardering.Reporting.Documents;

namespace Utvardering.Reporting.Sections;

/// <summary>Who was compared and weighed, and what the answer is without each: data files too long for a page.</summary>
internal static class NeighbourFiles
{
    public static IEnumerable<ReportTable> Make(ReportContext context)
    {
        IEnumerable<ReportTable?> all = [Similar(context), Weights(context), LeaveOneOut(context)];
        return all.OfType<ReportTable>();
    }

    private static ReportTable? Similar(ReportContext context)
    {
        var language = context.Language;
        var rows = context.Rows.Distances.Select(row => row.Row).ToList();
        var none = language.Say("gäller inte", "does not apply");
        Cell Deviations(double? value) => Cell.Of(language, value, 2, none);
        return rows.Count == 0 ? null : new ReportTable(
            "similar",
            language.Say("Liknande kommuner: varje pilotkommuns närmaste, med avstånd i nivå, utveckling och folkmängd före starten.", "Similar municipalities: the nearest of each municipality with the programme, with the distances in level, trend and population before the start."),
            [
                .. About(context), new(language.Say("Grupp", "Group")), new(language.Say("Kommun med insats", "Municipality with the programme")), new(language.Say("Liknande kommun", "Similar municipality")), new(language.Say("Kommunkod", "Municipality code")),
                new(language.Say("Plats", "Place"), true), new(language.Say("Avstånd", "Distance"), true), new(language.Say("Nivå, standardavvikelser", "Level, standard deviations"), true),
                new(language.Say("Utveckling, standardavvikelser", "Trend, standard deviations"), true), new(language.Say("Folkmängd, standardavvikelser", "Population, standard deviations"), true), new(language.Say("Samma kommungrupp", "Same type")),
            ],
            [.. rows.Select(row => (IReadOnlyList<Cell>)
            [
                Cell.Of(context.OutcomeTitle(row.OutcomeId)), Cell.Of(context.GroupTitle(row.GroupId)), Cell.Of(context.Rows.Municipality(row.MunicipalityCode)), Cell.Of(row.Donor), Cell.Of(row.DonorCode),
                Cell.Of(language, row.Rank), Deviations(row.Distance), Deviations(row.Level), Deviations(row.Trend), Deviations(row.Population),
                Cell.Of(row.SameSkrGroup switch { true => language.Say("ja", "yes"), false => language.Say("nej", "no"), null => none }),
            ])],
            Source(context, rows.Select(row => row.OutcomeId)));
    }

    private static ReportTable? Weights(ReportContext context)
    {
        var language = context.Language;
        var rows = context.Rows.Weights.Select(row => row.Row).ToList();
        return rows.Count == 0 ? null : new ReportTable(
            "weights",
            language.Say("Vikterna i de syntetiska kontrollerna, kommuner och perioder.", "The weights of the synthetic controls, municipalities and periods."),
            [
                .. About(context), new(language.Say("Jämförelse", "Comparison")), new(language.Say("Kommun med insats", "Municipality with the programme")), new(language.Say("Vägs in", "Weighed in")), new(language.Say("Kommunkod", "Municipality code")), new(language.Say("Vikt", "Weight"), true),
            ],
            [.. rows.Select(row => (IReadOnlyList<Cell>)
            [
                Cell.Of(context.OutcomeTitle(row.OutcomeId)), Cell.Of(context.DesignTitle(row.DesignId)),
                Cell.Of(row.MunicipalityCode is { } code ? context.Rows.Municipality(code) : language.Say("alla tillsammans", "all together")),
                Cell.Of(row.Donor ?? (row.PeriodStart is { } start ? start.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture) : language.Say("okänd", "unknown"))),
                Cell.Of(row.DonorCode ?? language.Say("period", "period")), Cell.Of(language, row.Weight, 3, language.Say("uppgift saknas", "not available")),
            ])],
            Source(context, rows.Select(row => row.OutcomeId)));
    }

    private static ReportTable? LeaveOneOut(ReportContext context)
    {
        var language = context.Language;
        var rows = context.Rows.LeaveOneOut.Select(row => row.Row).ToList();
        var none = language.Say("anges inte", "not given");
        return rows.Count == 0 ? null : new ReportTable(
            "leave-one-out",
            language.Say("Effekten utan varje kommun i tur och ordning.", "The effect without each municipality in turn."),
            [
                .. About(context), new(language.Say("Jämförelse", "Comparison")), new(language.Say("Utan", "Without")), new(language.Say("Kommunkod", "Municipality code")), new(language.Say("Hade insatsen", "Had the programme")),
                new(language.Say("Effekt", "Effect"), true), new(language.Say("Nedre", "Lower"), true), new(language.Say("Övre", "Upper"), true), new(language.Say("p-värde", "p-value"), true),
            ],
            [.. rows.Select(row =>
            {
                Cell Figure(double? value) => Cell.Of(language, value, 3, none);
                return (IReadOnlyList<Cell>)
                [
                    Cell.Of(context.OutcomeTitle(row.OutcomeId)), Cell.Of(context.DesignTitle(row.DesignId)), Cell.Of(row.Municipality), Cell.Of(row.MunicipalityCode),
                    Cell.Of(row.Treated ? language.Say("ja", "yes") : language.Say("nej", "no")), Figure(row.Estimate), Figure(row.Low), Figure(row.High), Cell.P(language, row.PValue, none),
                ];
            })],
            Source(context, rows.Select(row => row.OutcomeId)));
    }

    private static Column[] About(ReportContext context) => [new(context.Language.Say("Utfall", "Outcome"))];

    private static Attribution Source(ReportContext context, IEnumerable<string> outcomes) => context.SourceOf([.. outcomes.Distinct(StringComparer.Ordinal)]);
}
