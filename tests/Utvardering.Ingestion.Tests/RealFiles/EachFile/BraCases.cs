namespace Utvardering.Ingestion.Tests.RealFiles.EachFile;

/// <summary>Figures read in the files with a text tool: the lines of Borås (1490), and counts and sums of columns.</summary>
internal static class BraCases
{
    public static IEnumerable<RealFileCase> All =>
    [
        new("bra/offences_municipality_month.csv", async file =>
        {
            var outcome = await file.FromFolderAsync("files-offences");
            file.Says(outcome, "select count(*), sum(count) from vintage", "11574 24079");
            file.Says(outcome, "select offence_code, count from vintage where municipality_code = '1490' and month = date '2023-01-01' order by 1", "1701 1", "1702 1");
        }),
        new("bra/anmalda_brott.csv", async file =>
            file.Says(await file.FromFolderAsync("files-offences-2020"), "select count, rate from vintage where municipality_code = '1490'", "13539 11908")),
        new("bra/Sökning.txt", async file =>
            file.Says(await file.FromFolderAsync("files-offences-2021"), "select offence, rate, status from vintage where municipality_code = '1490' order by 1",
                "3 kap. Brott mot liv och hälsa 909 ∅", "3-7 kap. Brott mot person ∅ not_available")),
        new("bra/Bok1.xls", async file =>
            file.Says(await file.FromFolderAsync("files-offences-2021-book"), "select rate from vintage where municipality_code = '1490' and rate is not null", "909")),
        Rates("theft", "Stöld- och tillgreppsbrott", "28.6047"),
        Rates("vandalism", "Skadegörelsebrott", "10.8751"),
        Rates("violent-crime", "Våldsbrott", "11.0591"),
        // 20 lines: a header and 19 rows, none of a municipality.
        new("bra/sol_dbfil_ar.txt", async file => Regions(await file.AsAsync("bra-sol-year/ar.txt", "bra-sol-year"), 19)),
        // 4 lines: a header, two of the country and one of a region.
        new("bra/sol_dbfil_manad.txt", async file => Regions(await file.AsAsync("bra-sol/manad.txt", "bra-sol"), 3)),
        Page("bra/result_page_html_with_missing_values.html"),
        Page("bra/sol_urval_brottskod_manad.html"),
    ];

    private static RealFileCase Rates(string name, string offence, string boras) => new($"bra/oj2023_{name}.csv", async file =>
    {
        var outcome = await file.FromFolderAsync("files-offence-rates");
        file.Says(outcome, $"select count(*) from vintage where offence = '{offence}'", "290");
        file.Says(outcome, $"select rate, rate_per, first_year, last_year from vintage where offence = '{offence}' and municipality_code = '1490'", $"{boras} 1000 2020 2022");
    });

    private static RealFileCase Page(string name) => new(name, async file =>
        Assert.Contains("Filen är en webbsida (HTML)", Bench.Report(await file.AsAsync("bra-sol/download.txt", "bra-sol")), StringComparison.Ordinal));

    private static void Regions(IngestOutcome outcome, int rows)
    {
        Assert.Contains($"{rows} rows of the country, regions and counties skipped.", Assert.Single(outcome.Warnings, warning => warning.Contains("skipped", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("Filen har inga rader.", Bench.Report(outcome), StringComparison.Ordinal);
    }
}
