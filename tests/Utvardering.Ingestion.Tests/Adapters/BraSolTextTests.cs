using System.Text;
using Utvardering.Testing;

namespace Utvardering.Ingestion.Tests.Adapters;

public sealed class BraSolTextTests : IDisposable
{
    private const string Header = "Region;Brott;År;Period;Antal;/100 000 inv\r\n";

    private readonly Bench bench = new();

    [Theory]
    [InlineData("Borås kommun;1210 Skadegörelse genom brand;2026 prel.;Aug;498;5;", "1210 1490 2026-08-01 498 preliminary")]
    [InlineData("Bergs kommun;1210 - Brand;2025;Maj;0;0;", "1210 2326 2025-05-01 0 ∅")]
    [InlineData("Ale kommuns;1210 - Brand;2025;december;1 234;0;", "1210 1440 2025-12-01 1234 ∅")]
    [InlineData("Malung–Sälens kommun;1210;2025;Okt;..;..;", "1210 2023 2025-10-01 ∅ not_available")]
    [InlineData("Tranås kommun ;1210;2025;Jan;-;-;", "1210 0687 2025-01-01 0 ∅")]
    [InlineData("Stockholms stad;1210;2025;Jan;7;1;", "1210 0180 2025-01-01 7 ∅")]
    [InlineData("Region Gotland;1210;2025;Jan;7;1;", "1210 0980 2025-01-01 7 ∅")]
    [InlineData("Okänd kommun;1210;2025;Jan;3;..;", "1210 ∅ 2025-01-01 3 ∅")]
    [InlineData("MALMÖ  kommun;1210;2025;Jan;1\u00A0003;..;", "1210 1280 2025-01-01 1003 ∅")]
    public async Task A_row_is_understood_as_it_is_written(string row, string expected)
    {
        bench.Put("bra-sol/a.txt", Header + row + "\r\n");
        var outcome = await bench.IngestAsync("bra-sol");
        Assert.True(outcome.Refused.Count == 0, outcome.Refused.Count == 0 ? "" : Bench.Report(outcome));
        Assert.Equal([expected], bench.Rows(outcome.Vintage!, "select offence_code, municipality_code, month, count, status from vintage"));
    }

    [Theory]
    [InlineData("Storköpings kommun;1210;2025;Jan;1;1;", "kolumn Region, värde \"Storköpings kommun\": Kommunen finns inte")]
    [InlineData("Borås kommun;Bedrägeri;2025;Jan;1;1;", "kolumn Brott, värde \"Bedrägeri\"")]
    [InlineData("Borås kommun;1210;År;2025;1;1;", "kolumn År och Period, värde \"År 2025\"")]
    [InlineData("Borås kommun;1210;2025;Jann;1;1;", "kolumn År och Period, värde \"2025 Jann\"")]
    [InlineData("Borås kommun;1210;2025;Jan;c:a 5;1;", "kolumn Antal, värde \"c:a 5\"")]
    [InlineData(";1210;2025;Jan;5;1;", "kolumn Region")]
    public async Task A_row_that_is_not_understood_is_shown_as_it_stands(string row, string problem)
    {
        bench.Put("bra-sol/a.txt", Header + row + "\r\n");
        Assert.Contains(problem, Bench.Report(await bench.IngestAsync("bra-sol")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sums_and_repeated_headers_are_skipped_and_counted()
    {
        bench.Put("bra-sol/a.csv", Encoding.Latin1.GetBytes(
            Header + "Hela landet;1210;2025;Jan;900;9;\r\nRegion Stockholm;1210;2025;Jan;90;9;\r\nSkåne län;1210;2025;Jan;9;9;\r\n" + Header
            + "Borås kommun;9 kap. Bedrägeri;2025;Jan;50;5;\r\nBorås kommun;1210;2025;Jan;5;5;\r\n"));
        var outcome = await bench.IngestAsync("bra-sol");
        Assert.Equal(1, outcome.RowsAccepted);
        Assert.Equal(["7"], bench.Rows(outcome.Vintage!, "select landing_row from vintage"));
        Assert.Equal(
            [
                "bra-sol/a.csv: read as iso-8859-1.", "bra-sol/a.csv: 1 repeated headers skipped.",
                "bra-sol/a.csv: 3 rows of the country, regions and counties skipped.", "bra-sol/a.csv: 1 rows of whole chapters skipped.",
            ],
            outcome.Warnings);
        Assert.Equal(outcome.Warnings, outcome.Vintage!.ReadPackage().Notes);
    }

    [SharedDataFact]
    public async Task Every_way_Brå_writes_the_290_names_is_known()
    {
        var names = File.ReadAllLines(Path.Combine(Repository.Shared, "data", "bra", "anmalda_brott.csv")).Skip(1).Select(line => line.Split(';')[0]);
        bench.Put("bra-sol/names.txt", Header + string.Concat(names.Select(name => $"{name};1210;2025;Jan;1;1;\r\n")));
        Assert.Equal(290, (await bench.IngestAsync("bra-sol")).RowsAccepted);
    }

    [SharedDataFact]
    public async Task A_downloaded_monthly_file_of_regions_has_no_municipality_to_give()
    {
        bench.Put("bra-sol/manad.txt", File.ReadAllBytes(Path.Combine(Repository.Shared, "data", "bra", "sol_dbfil_manad.txt")));
        var outcome = await bench.IngestAsync("bra-sol");
        Assert.Contains("bra-sol/manad.txt: 3 rows of the country, regions and counties skipped.", outcome.Warnings);
        Assert.Contains("Filen har inga rader.", Bench.Report(outcome), StringComparison.Ordinal);
    }

    public void Dispose() => bench.Dispose();
}
