using System.Text.RegularExpressions;
using Utvardering.Ingestion.Adapters;

namespace Utvardering.Ingestion.Tests.RealFiles.EachFile;

/// <summary>The police, the population, the lists of names. Figures read in the files with a text tool.</summary>
internal static partial class OtherCases
{
    public static IEnumerable<RealFileCase> All =>
    [
        new("polisen/events_2023-04.json", async file =>
        {
            var outcome = await file.FromWebAsync(file.Web.At(file.Web.Server.Polisen, "polisen-events"));
            file.Says(outcome, "select count(*), count(*) filter (where type = 'Trafikolycka') from vintage", "913 131");
            file.Says(outcome, "select published_date, published_time, type, municipality_code from vintage where event_id = 420703", "2023-04-20 13:19:17 Stöld 2580");
        }),
        new("polisen/vulnerable_areas_2023/uso_2023.dbf", async file =>
            file.Says(await file.FromFolderAsync("files-vulnerable-areas"), "select category, count(*) from vintage group by 1 order by 1", "at_risk 15", "especially_vulnerable 17", "vulnerable 27")),
        new("population/population_31dec.csv", async file =>
        {
            var outcome = await file.FromFolderAsync("files-population");
            file.Says(outcome, "select count(*), sum(population) filter (where year(reference_date) = 2019) from vintage", "7443 10327589");
            file.Says(outcome, "select population from vintage where municipality_code = '1490' and reference_date = date '2019-12-31'", "113179");
        }),
        new("population/population_2024-11-01.csv", async file =>
        {
            var outcome = await file.FromFolderAsync("files-population-november");
            file.Says(outcome, "select count(*), sum(population) from vintage", "290 10587140");
            file.Says(outcome, "select population, reference_date from vintage where municipality_code = '1490'", "114880 2024-11-01");
        }),
        new("lists/kolada_liknande_kommuner_eleven.csv", async file =>
        {
            var outcome = await file.FromFolderAsync("files-peers");
            Assert.Equal(924, outcome.RowsAccepted + outcome.DuplicatesDropped);
            file.Says(outcome, "select count(*), count(distinct group_id) from vintage where municipality_code = '1490'", "84 12");
            file.Says(outcome, "select peer_code from vintage where group_id = 'G175924' and peer_code in ('0684', '0780') order by 1", "0684", "0780");
        }),
        new("lists/skr_group_from_kolada.csv", async file =>
            file.Says(await file.FromFolderAsync("files-municipalities"), "select skr_group, count(*) from vintage where skr_group in ('A1', 'A2', 'B3') group by 1 order by 1", "A1 3", "A2 43", "B3 23")),
        new("lists/statscraper_municipalities.csv", async file =>
        {
            // 293 rows: the 290, Bara (a part of Svedala since 1977), and Heby and another under two codes.
            var names = File.ReadLines(file.Path).Skip(1).Select(line => Label().Match(line).Groups[1].Value).Where(name => name != "Bara kommun").Distinct(StringComparer.Ordinal).ToList();
            file.Bench.Put("bra-sol/names.txt", "Region;Brott;År;Period;Antal;/100 000 inv\r\n" + string.Concat(names.Select((name, place) => $"{name};{1000 + place};2025;Jan;1;1;\r\n")));
            var outcome = await file.Bench.IngestAsync("bra-sol");
            Assert.Empty(outcome.Refused);
            file.Says(outcome, "select count(distinct municipality_code) from vintage", "290");
        }),
        new("lists/statscraper_counties.csv", file =>
        {
            // 24 rows: the 21 counties, and three that are parts of Västra Götalands län since 1998.
            var counties = RegionNames.CountiesOf(file.Bench.Project);
            var labels = File.ReadLines(file.Path).Skip(1).Select(line => Label().Match(line).Groups[1].Value).ToList();
            Assert.Equal((24, 21), (labels.Count, labels.Select(RegionNames.PlainText).Where(counties.ContainsKey).Select(name => counties[name]).Distinct().Count()));
            Assert.Equal("10", counties[RegionNames.PlainText("Blekinge län")]);
            return Task.CompletedTask;
        }),
    ];

    // id,label,…
    [GeneratedRegex("^\"?[^,]*\"?,\"?([^,\"]*)\"?,")]
    private static partial Regex Label();
}
