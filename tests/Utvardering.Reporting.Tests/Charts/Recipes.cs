using Utvardering.Reporting.Charts;

namespace Utvardering.Reporting.Tests.Charts;

/// <summary>One example of each chart kind, as a report would make it. Their pictures are docs/charts/*.png.</summary>
internal static class Recipes
{
    private const string SwedishBanner = "EXEMPELDATA – syntetiska uppgifter";
    private const string EnglishBanner = "SAMPLE DATA – synthetic figures";

    public static IReadOnlyDictionary<string, ChartSpec> All { get; } = new Dictionary<string, ChartSpec>
    {
        ["group-trend"] = GroupTrend(ChartLanguage.Swedish),
        ["group-trend-english"] = GroupTrend(ChartLanguage.English),
        ["group-trend-band"] = GroupTrendBand(),
        ["event-study"] = EventStudy(),
        ["forest"] = Forest(),
        ["small-multiples"] = SmallMultiples(independent: false),
        ["small-multiples-own-scales"] = SmallMultiples(independent: true),
    };

    public static ChartSpec GroupTrend(ChartLanguage language)
    {
        var swedish = language == ChartLanguage.Swedish;
        var texts = swedish
            ? new ChartTexts(
                "Anmälda skadegörelser minskade i pilotkommunerna efter starten",
                "Anmälda brott per 100 000 invånare och månad. Tjock linje: glidande tolvmånadersmedel, tunn linje: månadsvärde",
                "Linjediagram, januari 2018 till december 2025. Före starten i januari 2024 följs grupperna åt; därefter sjunker pilotkommunerna från omkring 1 250 till omkring 1 110 medan de båda jämförelserna ligger kvar.",
                "Källa: Brå, anmälda brott; SCB, folkmängd. Egen bearbetning.",
                SwedishBanner)
            : new ChartTexts(
                "Reported damage fell in the pilot municipalities after the start",
                "Reported offences per 100,000 inhabitants and month. Thick line: twelve-month moving mean, thin line: monthly value",
                "Line chart, January 2018 to December 2025. Before the start in January 2024 the groups move together; after it the pilot municipalities fall from about 1,250 to about 1,110 while both comparisons stay.",
                "Source: Brå, reported offences; Statistics Sweden, population. Own processing.",
                EnglishBanner);
        return GroupTrendChart.Make(
            new GroupTrendData(
                "trend-damage", "did-0001", texts, swedish ? "Anmälda brott per 100 000" : "Reported offences per 100,000",
                [
                    new TrendLine(swedish ? "Pilotkommuner" : "Pilot municipalities", RecipeSeries.Monthly(1250, -7.5, 45, 1)),
                    new TrendLine(swedish ? "Kommuner med Brås stöd" : "Municipalities with Brå support", RecipeSeries.Monthly(1238, -0.6, 40, 2)),
                    new TrendLine(swedish ? "Liknande kommuner" : "Similar municipalities", RecipeSeries.Monthly(1225, 0.2, 25, 3)),
                ],
                [
                    new TimeMark(new DateOnly(2022, 1, 1), swedish ? "Brås stöd inleds" : "Brå support begins"),
                    new TimeMark(RecipeSeries.Start, swedish ? "Piloten startar" : "Pilot starts"),
                ]),
            language);
    }

    public static ChartSpec GroupTrendBand()
    {
        static TrendLine Line(string name, int seed, double growth) => new(name, [.. Enumerable.Range(0, 24).Select(quarter =>
        {
            var value = 100 + (growth * Math.Max(0, quarter - 12)) + (1.8 * RecipeSeries.Noise(seed, quarter));
            var half = 2.5 + (0.12 * quarter);
            return new TrendPoint(new DateOnly(2020, 1, 1).AddMonths(quarter * 3), value, null, value - half, value + half);
        })]);
        return GroupTrendChart.Make(
            new GroupTrendData(
                "trend-investigations", "did-0004",
                new ChartTexts(
                    "Fler utredningar inleddes i pilotkommunerna efter starten",
                    "Inledda utredningar om barn och unga, index 2020–2022 = 100. Skuggat: 95-procentigt konfidensintervall",
                    "Linjediagram per kvartal 2020–2025. Grupperna följs åt till starten i januari 2023; därefter stiger pilotkommunerna till omkring 111 och jämförelsekommunerna till omkring 105.",
                    "Källa: Socialstyrelsen, registret över insatser till barn och unga; uppgifter inlämnade av kommunerna i piloten och i jämförelsen. Egen bearbetning.",
                    SwedishBanner),
                "Index",
                [Line("Pilotkommuner", 11, 1.05), Line("Jämförelsekommuner", 12, 0.3)],
                [new TimeMark(new DateOnly(2023, 1, 1), "Piloten startar")]),
            ChartLanguage.Swedish);
    }

    public static ChartSpec EventStudy()
    {
        var points = Enumerable.Range(-8, 15).Select(quarter =>
        {
            var effect = quarter < 0 ? 0 : -4.5 * Math.Min(quarter + 1, 4) / 4;
            var estimate = Math.Round(effect + RecipeSeries.Noise(7, quarter + 20), 3);
            var half = 2.2 + (Math.Abs(quarter + 1) * 0.14);
            var isReference = quarter == -1;
            return new EventStudyPoint(
                quarter, RecipeSeries.Start.AddMonths(quarter * 3), isReference ? 0 : estimate,
                isReference ? null : estimate - half, isReference ? null : estimate + half, isReference, IsIncomplete: quarter is 0 or 6);
        });
        return EventStudyChart.Make(
            new EventStudyData(
                "event-damage", "did-0002",
                new ChartTexts(
                    "Skillnaden växer under det första året och ligger sedan kvar",
                    "Skattad effekt på anmälda skadegörelser per 100 000 invånare och månad, med 95-procentiga konfidensintervall. Jämförelse: kommuner med Brås stöd",
                    "Händelsestudie, åtta kvartal före och sju efter starten. Före starten ligger skattningarna nära noll. Efter starten sjunker de till omkring minus 4,5 efter ett år.",
                    "Källa: Brå, anmälda brott; SCB, folkmängd. Egen bearbetning. Standardfel klustrade på kommun.",
                    SwedishBanner),
                "Anmälda brott per 100 000", "Kvartal före och efter starten, och kalenderkvartal", [.. points], "Piloten startar", "referens", "ofullständigt kvartal"),
            ChartLanguage.Swedish);
    }

    public static ChartSpec Forest() => ForestChart.Make(
        new ForestData(
            "forest-damage", "effects-0005",
            new ChartTexts(
                "Fyra av fem jämförelser har intervall som rymmer noll",
                "Skattad effekt på anmälda skadegörelser i procent av den nivå som annars väntats. Linje: 95-procentigt intervall. Fylld ruta: den jämförelse som omdömet vilar på",
                "En punkt med intervall på var och en av fem rader. Skattningarna ligger mellan minus 23 och minus 4 procent; bara intervallet för den syntetiska jämförelsen rymmer inte noll.",
                "Källa: Brå, anmälda brott; SCB, folkmängd. Egen bearbetning.",
                SwedishBanner),
            "Jämförelse", "Kommuner", "Effekt, procent", "Procent",
            [
                new ForestRow("Pilot mot liknande kommuner", "6 + 38", "−23 (−38 till +3)", -23, -38, 3, -10, -37, IsLead: true),
                new ForestRow("Pilot mot kommuner med Brås stöd, som också hade en insats", "6 + 5", "−21 (−45 till ingen gräns)", -21, -45, double.PositiveInfinity, -10, double.NegativeInfinity),
                new ForestRow("Pilot mot övriga kommuner", "6 + 272", "−4 (−31 till +147)", -4, -31, 147, -10, -62),
                new ForestRow("Syntetisk differens-i-differenser", "6 + 53", "−12 (−16 till −7)", -12, -16, -7, -10, -9),
                new ForestRow("Tidsserie med kontroll", "6 + 38", "−18 (−41 till +34)", -18, -41, 34, -10),
            ],
            "Den minsta förändring som bedömts ha betydelse", "För liten för att ha upptäckts"),
        ChartLanguage.Swedish);

    public static ChartSpec SmallMultiples(bool independent)
    {
        static TrendLine Line(string name, int seed, double drift) =>
            new(name, [.. RecipeSeries.Monthly(1150 + (200 * RecipeSeries.Noise(seed, 0)), drift, 60, seed).Select(point => point with { Raw = null })]);
        static TrendPoint[] Mean(int seed, double drift) => [.. RecipeSeries.Monthly(1150, drift, 25, seed).Select(point => point with { Raw = null })];

        string[] pilot = ["Borås", "Håbo", "Kalmar", "Strängnäs", "Sundsvall", "Uppsala"];
        string[] supported = ["Göteborg", "Linköping", "Sigtuna", "Södertälje", "Trollhättan"];
        return SmallMultiplesChart.Make(
            new SmallMultiplesData(
                "panels-damage", "mart-0003",
                new ChartTexts(
                    "Nedgången syns i fyra av sex pilotkommuner",
                    "Anmälda skadegörelser per 100 000 invånare och månad, glidande tolvmånadersmedel" + (independent ? ". Varje ruta har sin egen skala" : ""),
                    "Elva små linjediagram, ett per kommun, först de sex pilotkommunerna och sedan de fem med Brås stöd, vart och ett mot medlet i kommunens grupp.",
                    "Källa: Brå, anmälda brott; SCB, folkmängd. Egen bearbetning.",
                    SwedishBanner),
                [
                    new PanelGroup("Pilot", Mean(30, -5), [.. pilot.Select((name, i) => Line(name, 40 + i, i is 1 or 4 ? 1 : -7))]),
                    new PanelGroup("Brås stöd", Mean(31, 0), [.. supported.Select((name, i) => Line(name, 60 + i, i - 2))]),
                ],
                new TimeMark(RecipeSeries.Start, "piloten startar"), "kommunen", "medel i kommunens grupp", independent),
            ChartLanguage.Swedish);
    }
}
