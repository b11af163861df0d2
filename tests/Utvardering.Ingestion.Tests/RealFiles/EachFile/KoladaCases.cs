using System.Text.Json;
using Utvardering.Ingestion.Adapters;

namespace Utvardering.Ingestion.Tests.RealFiles.EachFile;

/// <summary>Kolada's catalogue and values, by the replay server as pages of its interface, and its files. Figures read in the files with a text tool.</summary>
internal static class KoladaCases
{
    public static IEnumerable<RealFileCase> All =>
    [
        new("kolada/kpi_v3.json", async file =>
        {
            var outcome = await file.FromWebAsync(file.Web.At(file.Web.Server.Kolada, "kolada-catalogue") with { Limits = new(null, null, 5000) });
            // 6 099 key figures on two pages, 2 313 of them by sex; 3 649 of municipalities alone.
            Assert.Equal(2, outcome.Landed.Count);
            file.Says(outcome, "select count(*), count(*) filter (where divided_by_sex = 'true') from vintage", "6099 2313");
            file.Says(outcome, "select title, publication_date from vintage where indicator_code = 'N07403'", "Anmälda våldsbrott, antal/100 000 inv 2026-03-31");
        }),
        new("kolada/candidate_kpis.tsv", Candidates),
        new("kolada/municipality_v3.csv", async file =>
            // 312 units: 290 municipalities, 22 regions that are left out.
            file.Says(await GroupsAsync(file), "select count(*), count(*) filter (where municipality_code < '0100') from vintage", "290 0")),
        new("kolada/municipality_groups_v3.json", async file =>
        {
            // Of 3 630 groups nine are SKR's; "Större stad (ovägt medel)" has 23 members, Borås among them.
            var outcome = await GroupsAsync(file);
            file.Says(outcome, "select count(distinct skr_group), count(*) filter (where skr_group = 'B3') from vintage", "9 23");
            file.Says(outcome, "select municipality, skr_group from vintage where municipality_code = '1490'", "Borås B3");
        }),
        new("kolada/values_2023_2025.csv", async file =>
        {
            var outcome = await file.FromFolderAsync("files-kolada");
            file.Says(outcome, "select count(*), count(distinct indicator_code) from vintage", "2028 7");
            var web = await file.FromWebAsync(file.Web.Kolada() with { Settings = new KoladaSettings(["N07540", "N15424"], new(2025, 2025)) });
            // Of N15424 there are 288, five of 2024 and one of 2023.
            file.Says(web, "select indicator_code, count(*) from vintage group by 1 order by 1", "N07540 290", "N15424 282");
            file.Says(web, "select indicator_code, value from vintage where municipality_code = '1490' order by 1", "N07540 11969.92742", "N15424 81.7");
        }),
        new("kolada/n00945_values.csv", async file =>
        {
            var outcome = await file.FromFolderAsync("files-kolada-income");
            file.Says(outcome, "select count(*) from vintage", "63");
            file.Says(outcome, "select value from vintage where municipality_code = '1280' and year = 2000", "28.36722648");
            // The only recorded answers with Kolada's own word for the state of a value: it is empty where there is a value.
            Assert.All(File.ReadAllLines(file.Path).Skip(1), line => Assert.Equal("", line.Split(',')[2]));
        }),
        new("kolada/web_export_all_inhabitants.xlsx", async file =>
            file.Says(await file.FromFolderAsync("files-population-ages"), "select age_group, population from vintage where municipality_code = '1490' and reference_date = date '2019-12-31' order by 1", "20 1408", "total 113179")),
        new("kolada/web_export_population.xlsx", async file =>
            file.Says(await file.FromFolderAsync("files-population-export"), "select year(reference_date), population from vintage where municipality_code = '1490' and year(reference_date) in (1998, 2018, 2019) order by 1",
                "1998 96106", "2018 112178", "2019 113179")),
    ];

    private static Task<IngestOutcome> GroupsAsync(RealFile file) =>
        file.FromWebAsync(file.Web.At(file.Web.Server.Kolada, "kolada-groups") with { Limits = new(null, null, 5000) });

    /// <summary>The list as if it were Kolada's catalogue: id, title, area, dates, by sex or not, whose, description.</summary>
    private static async Task Candidates(RealFile file)
    {
        var items = File.ReadLines(file.Path).Select(line => line.Split('\t')).Select(cells => JsonSerializer.Serialize(new
        {
            id = cells[0],
            title = cells[1],
            operating_area = cells[2],
            publication_date = cells[3] == "None" ? null : cells[3],
            publ_period = cells[4] == "None" ? null : cells[4],
            is_divided_by_gender = cells[5] == "1",
            municipality_type = cells[6],
            description = cells[7],
        }));
        var page = $"{{\"values\":[{string.Join(',', items)}],\"next_url\":null}}";
        var list = await file.Bench.IngestAsync("kolada-catalogue", new Replay(file.Bench.Clock).Answers("/kpi?per_page=5000", page));
        file.Says(list, "select count(*) from vintage", "411");
        file.Says(list, "select divided_by_sex, municipality_type, publication_date, unit from vintage where indicator_code = 'N33816'", "true K 2026-09-23 antal/1000 inv");
        file.Says(list, "select ended, publication_date from vintage where indicator_code = 'U33402'", "2024 ∅");

        // The list was made out of the catalogue: its figures are the catalogue's.
        const string Select = "select indicator_code, title, divided_by_sex, publication_date from vintage order by 1";
        var listed = file.Bench.Rows(list.Vintage!, Select);
        file.Bench.Clock.Time = file.Bench.Clock.Time.AddDays(1);
        file.Web.Clock.Advance(TimeSpan.FromDays(1));
        var catalogue = await file.FromWebAsync(file.Web.At(file.Web.Server.Kolada, "kolada-catalogue") with { Limits = new(null, null, 5000) });
        Assert.Subset(file.Bench.Rows(catalogue.Vintage!, Select).ToHashSet(StringComparer.Ordinal), listed.ToHashSet(StringComparer.Ordinal));
    }
}
