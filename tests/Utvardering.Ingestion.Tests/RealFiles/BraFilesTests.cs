using System.Globalization;
using System.Text;
using Utvardering.Ingestion.Transport;
using Utvardering.Testing;

namespace Utvardering.Ingestion.Tests.RealFiles;

/// <summary>Brå's files in ../shared/data/bra go in whole. Figures are counted here by plain reading of the same files.</summary>
public sealed class BraFilesTests : IDisposable
{
    private static readonly string Folder = Path.Combine(Repository.Shared, "data", "bra");

    private readonly Bench bench = new();

    [SharedDataFact]
    public async Task The_yearly_file_of_2020_gives_290_counts_and_rates()
    {
        var outcome = await IngestAsync("files-offences-2020");
        var file = File.ReadAllLines(Path.Combine(Folder, "anmalda_brott.csv")).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(';')).ToList();

        Assert.Equal(290, outcome.RowsAccepted);
        Assert.Equal([$"290 290 {Sum(file, 1)} {Sum(file, 2)} 2020 2020"],
            bench.Rows(outcome.Vintage!, "select count(*), count(distinct municipality_code), sum(count), cast(sum(rate) as bigint), min(first_year), max(last_year) from vintage"));
        // The lines "Malung–Sälens kommun;763;7545", "Tranås kommun ;1745;9229" and "Stockholm;207861;21262" of the file.
        Assert.Equal(["0180 207861 21262", "0687 1745 9229", "2023 763 7545"],
            bench.Rows(outcome.Vintage!, "select municipality_code, count, rate from vintage where municipality_code in ('0180', '0687', '2023') order by 1"));
    }

    [SharedDataFact]
    public async Task The_saved_page_of_2021_gives_a_rate_for_each_of_290_municipalities_under_22_headers()
    {
        var outcome = await IngestAsync("files-offences-2021");
        var lines = File.ReadAllLines(Path.Combine(Folder, "Sökning.txt"), Encoding.Latin1);
        var rates = Rates(lines);

        Assert.Equal(22, lines.Count(line => line.StartsWith("Anmälda brott;", StringComparison.Ordinal)));
        Assert.Equal(["bra/Sökning.txt: read as iso-8859-1.", "bra/Sökning.txt: 22 blocks of headers.", "bra/Sökning.txt: 1 empty rows of a municipality that stands twice skipped."], outcome.Warnings);
        // Heby stands twice, the second time with nothing but "..": of its chapters 3-7 the two rows are the same.
        Assert.Equal((580, 1), (outcome.RowsAccepted, outcome.DuplicatesDropped));
        Assert.Equal([$"290 {Sum(rates, 1)} 290 290"], bench.Rows(outcome.Vintage!,
            "select count(rate), cast(sum(rate) as bigint), count(*) filter (where status = 'not_available'), count(distinct municipality_code) from vintage"));
        // "Ale kommun;;" and under it "3 kap. Brott mot liv och hälsa;454;", the first rows of the file.
        Assert.Equal(["3 kap. Brott mot liv och hälsa 2021 ∅ 454 100000 ∅", "3-7 kap. Brott mot person 2021 ∅ ∅ ∅ not_available"],
            bench.Rows(outcome.Vintage!, "select offence, first_year, count, rate, rate_per, status from vintage where municipality_code = '1440' order by 1"));
    }

    [SharedDataFact]
    public async Task The_workbook_of_the_same_search_gives_the_same_rates()
    {
        const string Rates = "select municipality_code, rate from vintage where rate is not null order by 1";
        var text = await IngestAsync("files-offences-2021");
        var book = await IngestAsync("files-offences-2021-book");
        Assert.Equal(290, bench.Rows(book.Vintage!, Rates).Count);
        Assert.Equal(bench.Rows(text.Vintage!, Rates), bench.Rows(book.Vintage!, Rates));
        // Where the text says ".." the workbook has an empty cell.
        Assert.Equal(["290 not_reported"], bench.Rows(book.Vintage!, "select count(*), status from vintage where rate is null group by status"));
    }

    [SharedDataFact]
    public async Task The_open_comparisons_give_three_means_of_three_years()
    {
        var outcome = await IngestAsync("files-offence-rates");
        Assert.Equal(3 * 290, outcome.RowsAccepted);
        foreach (var (file, offence) in new[] { ("theft", "Stöld- och tillgreppsbrott"), ("vandalism", "Skadegörelsebrott"), ("violent-crime", "Våldsbrott") })
        {
            var sum = File.ReadAllLines(Path.Combine(Folder, $"oj2023_{file}.csv")).Skip(1).Where(line => line.Length > 0).Sum(line => decimal.Parse(line.Split(',')[1], CultureInfo.InvariantCulture));
            Assert.Equal([$"290 {sum.ToString("0.0000", CultureInfo.InvariantCulture)} 1000 2020 2022"], bench.Rows(outcome.Vintage!,
                $"select count(*), cast(sum(cast(rate as decimal(12, 4))) as decimal(12, 4)), max(rate_per), min(first_year), max(last_year) from vintage where offence = '{offence}'"));
        }
    }

    [SharedDataFact]
    public async Task A_downloaded_yearly_file_of_regions_has_no_municipality_to_give()
    {
        bench.Put("bra-sol-year/ar.txt", File.ReadAllBytes(Path.Combine(Folder, "sol_dbfil_ar.txt")));
        var outcome = await bench.IngestAsync("bra-sol-year");
        var rows = File.ReadAllLines(Path.Combine(Folder, "sol_dbfil_ar.txt")).Skip(1).Count(line => line.Length > 0);
        Assert.Contains($"bra-sol-year/ar.txt: {rows} rows of the country, regions and counties skipped.", outcome.Warnings);
        Assert.Contains("Filen har inga rader.", Bench.Report(outcome), StringComparison.Ordinal);
    }

    [SharedDataFact]
    public async Task The_same_yearly_rows_of_a_municipality_are_understood_and_the_repeated_kept_once()
    {
        var text = File.ReadAllText(Path.Combine(Folder, "sol_dbfil_ar.txt")).Replace("Hela landet", "Borås kommun", StringComparison.Ordinal);
        bench.Put("bra-sol-year/ar.txt", text);
        var outcome = await bench.IngestAsync("bra-sol-year");
        // 16 rows of the country, of which "Lag om straff för penningtvättsbrott" stands twice for both years.
        Assert.Equal(14, outcome.RowsAccepted);
        Assert.Equal(2, outcome.DuplicatesDropped);
        Assert.Equal(["2024 13816 131 ∅", "2025 14278 135 ∅"],
            bench.Rows(outcome.Vintage!, "select first_year, count, rate, status from vintage where offence = 'Befogenhetsbedrägeri' order by 1"));
        Assert.Equal(["8"], bench.Rows(outcome.Vintage!, "select count(*) from vintage where status = 'not_available'"));
    }

    [SharedDataTheory]
    [InlineData("result_page_html_with_missing_values.html")]
    [InlineData("sol_urval_brottskod_manad.html")]
    public async Task A_page_in_the_place_of_a_download_is_named_as_such(string file)
    {
        bench.Put("bra-sol/download.txt", File.ReadAllBytes(Path.Combine(Folder, file)));
        Assert.Contains("Filen är en webbsida (HTML)", Bench.Report(await bench.IngestAsync("bra-sol")), StringComparison.Ordinal);
    }

    public void Dispose() => bench.Dispose();

    private Task<IngestOutcome> IngestAsync(string source) => bench.IngestAsync(source, new FolderTransport(Path.Combine(Repository.Shared, "data"), bench.Clock));

    private static List<string[]> Rates(IEnumerable<string> lines) =>
        [.. lines.Where(line => line.StartsWith("3 kap.", StringComparison.Ordinal) && !line.Contains("..", StringComparison.Ordinal)).Select(line => line.Split(';'))];

    private static long Sum(IEnumerable<string[]> rows, int column) => rows.Sum(row => long.Parse(row[column], CultureInfo.InvariantCulture));
}
