using System.Text;

namespace Utvardering.Ingestion.Tests.Adapters;

/// <summary>Brå's yearly forms on small dirty bodies.</summary>
public sealed class BraYearTests : IDisposable
{
    private const string Header = "Region;Brott;År;Period;Antal;/100 000 inv\r\n";

    private readonly Bench bench = new();

    [Theory]
    [InlineData("Borås kommun;3 kap. Brott mot liv;År;2024;1 234;1 090;", "3 kap. Brott mot liv 1490 2024 1234 1090 100000 ∅")]
    [InlineData("Borås kommun;Rån;2025 prel.;Helår;7;6;", "Rån 1490 2025 7 6 100000 preliminary")]
    [InlineData("Heby kommun;Rån;År;2010;-;-;", "Rån 0331 2010 0 0 100000 ∅")]
    [InlineData("8556;Rån;År;2010;3;22;", "Rån 0331 2010 3 22 100000 ∅")]
    [InlineData("Heby kommun före 2007;Rån;År;2006;2;15;", "Rån 0331 2006 2 15 100000 ∅")]
    [InlineData("Okänd kommun;Rån;År;2024;2;..;", "Rån ∅ 2024 2 ∅ ∅ ∅")]
    [InlineData("Ale kommun;Rån;År;2024;..;..;", "Rån 1440 2024 ∅ ∅ ∅ not_available")]
    public async Task A_yearly_row_is_understood(string row, string expected)
    {
        bench.Put("bra-sol-year/a.txt", Header + row + "\r\n");
        Assert.Equal([expected], await RowsAsync("bra-sol-year"));
    }

    [Fact]
    public async Task Heby_under_its_old_code_and_city_districts_are_skipped_and_counted()
    {
        bench.Put("bra-sol-year/a.txt", Header
            + "Heby kommun före 2007;Rån;År;2010;0;0;\r\nHeby kommun;Rån;År;2010;4;29;\r\n"
            + "Bromma stadsdelsområde;Rån;År;2010;9;9;\r\nStockholm, Farsta;Rån;År;2010;9;9;\r\nAngereds stadsdelsnämndsområde;Rån;År;2010;9;9;\r\n");
        var outcome = await bench.IngestAsync("bra-sol-year");
        Assert.Equal(1, outcome.RowsAccepted);
        Assert.Equal(["bra-sol-year/a.txt: 3 rows of city districts skipped.", "bra-sol-year/a.txt: 1 rows of a municipality under a code it no longer had skipped."], outcome.Warnings);
    }

    [Fact]
    public async Task Of_two_rows_of_Heby_the_empty_one_is_skipped_and_nobody_else_s()
    {
        bench.Put("bra-sol-year/a.txt", Header
            + "Heby kommun;Rån;År;2021;..;..;\r\nHeby kommun;Rån;År;2021;4;29;\r\nHeby kommun;Stöld;År;2021;..;..;\r\nUppsala kommun;Stöld;År;2021;7;3;\r\nAle kommun;Stöld;År;2021;..;..;\r\n");
        Assert.Equal(["Rån 0331 2021 4", "Stöld 0331 2021 ∅", "Stöld 0380 2021 7", "Stöld 1440 2021 ∅"],
            (await RowsAsync("bra-sol-year")).Select(row => string.Join(' ', row.Split(' ').Take(4))));
    }

    [Theory]
    [InlineData("Borås kommun;Rån;2025;Jan;1;1;", "värde \"2025 Jan\"")]
    [InlineData("Storköpings kommun;Rån;År;2025;1;1;", "värde \"Storköpings kommun\"")]
    [InlineData("Borås kommun;Rån;År;2025;många;1;", "värde \"många\"")]
    public async Task A_yearly_row_that_is_not_understood_is_shown(string row, string problem)
    {
        bench.Put("bra-sol-year/a.txt", Header + row + "\r\n");
        Assert.Contains(problem, Bench.Report(await bench.IngestAsync("bra-sol-year")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_rows_of_the_same_year_that_differ_are_refused()
    {
        bench.Put("bra-sol-year/a.txt", Header + "Borås kommun;Rån;År;2025;1;1;\r\nBorås kommun;Rån;År;2025;2;1;\r\n");
        Assert.Contains("säger något annat", Bench.Report(await bench.IngestAsync("bra-sol-year")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\uFEFFKommun;Antal;Per 100 000 inv.\r\nAle kommun;2 717;8 555\r\nMalung–Sälens kommun;763;7545\r\n")]
    [InlineData("Ales kommun;2717;8555\nMalung-Sälens kommun;763;7545\n")]
    [InlineData("Ale kommuns\t2\u00A0717\t8\u202F555\nBromma stadsdel\t9\t9\nMalung-Sälen\t763\t7545\n")]
    public async Task The_yearly_file_of_municipalities_is_read_with_and_without_header(string text)
    {
        bench.Put("bra-municipalities/anmalda_brott_2014.csv", text);
        Assert.Equal(["Samtliga brott 1440 2014 2717 8555 100000 ∅", "Samtliga brott 2023 2014 763 7545 100000 ∅"], await RowsAsync("bra-municipalities"));
    }

    [Fact]
    public async Task A_file_without_header_has_its_first_row_as_row_1()
    {
        bench.Put("bra-municipalities/2014.csv", "\uFEFFStorköping;1;1\nAle;2;2\n");
        Assert.Contains("Rad 1, kolumn 1, värde \"Storköping\"", Bench.Report(await bench.IngestAsync("bra-municipalities")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yearly_file_that_says_no_year_is_refused()
    {
        bench.Put("bra-municipalities/anmalda_brott.csv", "Ale;2717;8555\n");
        Assert.Contains("vilket år", Bench.Report(await bench.IngestAsync("bra-municipalities")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_with_counts_and_rates_of_several_years_is_read_under_its_headers()
    {
        bench.Put("bra-sol-pages/a.txt", Encoding.Latin1.GetBytes(
            "Anmälda brott;Brottsförebyggande rådet\r\n;År;\r\n;2023;;2024 prel.;;\r\n;Antal;/100&nbsp;000&nbsp;inv;Antal;/100&nbsp;000&nbsp;inv;\r\nBorås kommun;;;;;\r\nRån;12;11;1&nbsp;013;..;\r\n"
            + "Anmälda brott;Brottsförebyggande rådet\r\n;År;\r\n;2023;;2024 prel.;;\r\n;Antal;/100&nbsp;000&nbsp;inv;Antal;/100&nbsp;000&nbsp;inv;\r\nStöld;-;-;..;..;\r\n"));
        Assert.Equal(
            [
                "Rån 1490 2023 12 11 100000 ∅", "Rån 1490 2024 1013 ∅ ∅ preliminary",
                "Stöld 1490 2023 0 0 100000 ∅", "Stöld 1490 2024 ∅ ∅ ∅ not_available",
            ],
            await RowsAsync("bra-sol-pages"));
    }

    [Theory]
    [InlineData("Anmälda brott;x\n;2023;\n;Antal;\nRån;12;\n", "Rad 4, värde \"Rån;12;\": Raden står inte under någon region.")]
    [InlineData("Anmälda brott;x\nBorås kommun;;\nRån;12;\n", "Raden står inte under någon år.")]
    [InlineData("Anmälda brott;x\n;2023;\n;Antal;\nBorås kommun;;\nRån;12;13;\n", "Raden står inte under någon rubrik.")]
    public async Task A_page_that_lost_its_headers_is_refused(string text, string problem)
    {
        bench.Put("bra-sol-pages/a.txt", text);
        Assert.Contains(problem, Bench.Report(await bench.IngestAsync("bra-sol-pages")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PK\u0003\u0004 this is no zip")]
    [InlineData("PK\u0003\u0004")]
    public async Task A_damaged_workbook_is_refused(string text)
    {
        bench.Put("bra-sol-pages/a.xlsx", text);
        Assert.Contains("kan inte läsas som Excel-arbetsbok", Bench.Report(await bench.IngestAsync("bra-sol-pages")), StringComparison.Ordinal);
    }

    public void Dispose() => bench.Dispose();

    private async Task<IReadOnlyList<string>> RowsAsync(string source)
    {
        var outcome = await bench.IngestAsync(source);
        Assert.True(outcome.Refused.Count == 0, outcome.Refused.Count == 0 ? "" : Bench.Report(outcome));
        return bench.Rows(outcome.Vintage!, "select offence, municipality_code, first_year, count, rate, rate_per, status from vintage order by 1, 2, 3");
    }
}
