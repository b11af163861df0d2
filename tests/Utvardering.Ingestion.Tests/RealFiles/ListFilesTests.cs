using System.Globalization;
using System.Text;
using Utvardering.Ingestion.Adapters;
using Utvardering.Ingestion.Transport;
using Utvardering.Testing;

namespace Utvardering.Ingestion.Tests.RealFiles;

/// <summary>Names, lists and population files of ../shared/data. Figures are counted here by plain reading of the same files.</summary>
public sealed class ListFilesTests : IDisposable
{
    private readonly Bench bench = new();

    [SharedDataFact]
    public void Every_way_of_writing_a_municipality_in_the_list_is_known_and_so_is_its_id_at_Brå()
    {
        var names = RegionNames.Of(bench.Project);
        var checkedNames = 0;
        foreach (var row in Quoted("lists/statscraper_municipalities.csv"))
        {
            // Bara became a part of Svedala in 1977, and Heby's code was 1917 until 2007.
            if (row["label"] == "Bara kommun")
            {
                continue;
            }

            // The code and name of before a change are in the aliases with their last year.
            var code = row["dialect:skatteverket"] == "1917" ? "0331" : row["dialect:skatteverket"];
            foreach (var form in new[] { row["label"], row["dialect:scb"], row["dialect:brå"] }.Where(form => !form.StartsWith("1917 ", StringComparison.Ordinal) && form.Length > 0))
            {
                Assert.Equal(code, names.TryGetValue(RegionNames.PlainText(form), out var found) ? found.Code : $"none for {form}");
                checkedNames++;
            }
        }

        Assert.True(checkedNames > 860);
        Assert.Equal("2006", names["heby kommun före 2007"].LastYear);
    }

    [SharedDataFact]
    public void Every_way_of_writing_a_county_in_the_list_is_known()
    {
        var counties = RegionNames.CountiesOf(bench.Project);
        // Three counties are parts of Västra Götalands län since 1998.
        Assert.All(Quoted("lists/statscraper_counties.csv").Where(row => !row["description"].StartsWith("Since 1998", StringComparison.Ordinal)), row =>
        {
            Assert.Equal(row["dialect:skatteverket"], counties[RegionNames.PlainText(row["label"])]);
            Assert.Equal(row["dialect:skatteverket"], counties[RegionNames.PlainText(row["dialect:arbetsmiljoverket"])]);
        });
    }

    [SharedDataFact]
    public async Task Similar_municipalities_go_in()
    {
        var outcome = await IngestAsync("files-peers");
        var rows = Quoted("lists/kolada_liknande_kommuner_eleven.csv");
        Assert.Equal(rows.Count, outcome.RowsAccepted + outcome.DuplicatesDropped);
        Assert.Equal([$"11 {rows.Select(row => row["group_id"]).Distinct().Count()}"], bench.Rows(outcome.Vintage!, "select count(distinct municipality_code), count(distinct group_id) from vintage"));
    }

    [SharedDataFact]
    public async Task Population_of_1_November_keeps_its_day()
    {
        var outcome = await IngestAsync("files-population-november");
        var rows = Quoted("population/population_2024-11-01.csv");
        Assert.Equal([$"{rows.Count} {rows.Sum(row => long.Parse(row["population"], CultureInfo.InvariantCulture))} 2024-11-01"],
            bench.Rows(outcome.Vintage!, "select count(*), sum(population), any_value(reference_date) from vintage"));
    }

    [SharedDataFact]
    public async Task The_population_export_has_the_figures_of_the_merged_file()
    {
        var outcome = await IngestAsync("files-population-export");
        var merged = Quoted("population/population_31dec.csv").Where(row => row["source"] == "kolada_web_export").ToList();
        Assert.Equal(290 * 22, outcome.RowsAccepted);
        var found = bench.Rows(outcome.Vintage!, "select municipality_code, year(reference_date), population from vintage where population is not null").ToHashSet(StringComparer.Ordinal);
        Assert.All(merged, row => Assert.Contains($"{row["municipality_code"]} {row["year"]} {row["population"]}", found));
        Assert.True(merged.Count > 6000);
    }

    [SharedDataFact]
    public async Task The_export_with_indicators_below_one_another_gives_the_same_population_and_the_twenty_year_olds()
    {
        var outcome = await IngestAsync("files-population-ages");
        Assert.Equal(2 * 290 * 22, outcome.RowsAccepted);
        var other = await IngestAsync("files-population-export");
        const string Totals = "select municipality_code, reference_date, population from vintage where age_group = 'total' and population is not null order by 1, 2";
        Assert.Equal(bench.Rows(other.Vintage!, Totals), bench.Rows(outcome.Vintage!, Totals));
        // About one inhabitant in 80 is twenty.
        var share = double.Parse(bench.Rows(outcome.Vintage!, "select sum(population) filter (where age_group = '20') / sum(population) filter (where age_group = 'total') from vintage").Single(), CultureInfo.InvariantCulture);
        Assert.InRange(share, 1 / 100.0, 1 / 65.0);
    }

    [SharedDataFact]
    public async Task The_income_shares_of_municipalities_go_in()
    {
        var outcome = await IngestAsync("files-kolada-income");
        var rows = Quoted("kolada/n00945_values.csv").Where(row => row["municipality_type"] == "K").ToList();
        Assert.Equal(rows.Count, outcome.RowsAccepted);
        Assert.Contains($"{rows[0]["municipality_id"]} {rows[0]["year"]} {rows[0]["value"]}", bench.Rows(outcome.Vintage!, "select municipality_code, year, value from vintage where sex = 'total'"));
    }

    public void Dispose() => bench.Dispose();

    private Task<IngestOutcome> IngestAsync(string source) => bench.IngestAsync(source, new FolderTransport(Path.Combine(Repository.Shared, "data"), bench.Clock));

    /// <summary>Rows by column of a comma-separated file whose cells may be quoted.</summary>
    private static List<Dictionary<string, string>> Quoted(string path)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Shared, "data", path), Encoding.UTF8).Where(line => line.Length > 0).Select(Split).ToList();
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second))];

        static string[] Split(string line) =>
            [.. System.Text.RegularExpressions.Regex.Matches(line, "(?:^|,)(?:\"([^\"]*)\"|([^,]*))").Select(match => match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value)];
    }
}
