namespace Utvardering.Ingestion.Tests.Adapters;

/// <summary>Workbooks laid out as authorities do: titles above, merged headers, footnotes below, marks in the cells.</summary>
public sealed class ExcelTableTests : IDisposable
{
    private readonly Bench bench = new();

    [Fact]
    public async Task Suspects_with_merged_headers_filled_down_counties_marks_and_footnotes()
    {
        bench.Put("bra-suspects/misstankta_2023.xlsx", Suspects());
        var outcome = await bench.IngestAsync("bra-suspects");
        Assert.True(outcome.Refused.Count == 0, outcome.Refused.Count == 0 ? "" : Bench.Report(outcome));
        Assert.Equal(
            [
                "Rån country 00 15-17 men 1234 ∅", "Rån country 00 15-17 women 56 ∅", "Rån country 00 total men 12.5 ∅", "Rån country 00 total women 0 ∅",
                "Rån county 01 15-17 men 7 ∅", "Rån county 01 15-17 women ∅ suppressed", "Rån county 01 total men ∅ not_available", "Rån county 01 total women 0 ∅",
                "Stöld county 01 15-17 men ∅ not_applicable", "Stöld county 01 15-17 women 3 ∅", "Stöld county 01 total men 4 ∅", "Stöld county 01 total women ∅ not_reported",
            ],
            bench.Rows(outcome.Vintage!, "select category, region_type, region_code, age_group, sex, value, status from vintage where measure = 'suspects' and year = 2023 order by category, region_type, region_code, age_group, sex"));
        Assert.Equal(["6 4", "7 4", "8 4"], bench.Rows(outcome.Vintage!, "select landing_row, count(*) from vintage group by 1 order by 1"));
    }

    [Fact]
    public async Task Reports_of_concern_from_the_sheet_that_is_named()
    {
        bench.Put("concern-reports/a.xlsx", MadeWorkbook.Of(
            [],
            ("Innehåll", [["Tabeller"]]),
            ("Tabell 3", [
                ["Orosanmälningar"], [], [], [], ["Kod", "Kommun", 2022d, 2023d], ["1490", "Borås 1)", 1200d, "1 250"], ["0305", "Håbo*", "X", "–"],
                ["1) Uppgiften är osäker."], ["0380", "Uppsala", 5d, 5d]])));
        var outcome = await bench.IngestAsync("concern-reports");
        Assert.Equal(["0305 2022 ∅ suppressed", "0305 2023 0 ∅", "1490 2022 1200 ∅", "1490 2023 1250 ∅"],
            bench.Rows(outcome.Vintage!, "select region_code, year, value, status from vintage order by 1, 2"));
    }

    [Fact]
    public async Task A_figure_that_is_none_is_told_with_its_cell()
    {
        bench.Put("concern-reports/a.xlsx", MadeWorkbook.Of([], ("Tabell 3", [
            [], [], [], [], ["Kod", "Kommun", 2022d, 2023d, "i fjol"], ["1490", "Borås", 7d, "c:a 5", 9d], ["9999", "Storköping", 5d, 6d, 7d]])));
        var report = Bench.Report(await bench.IngestAsync("concern-reports"));
        Assert.Contains("Rad 5, kolumn E, värde \"i fjol\"", report, StringComparison.Ordinal);
        Assert.Contains("Rad 6, kolumn D, värde \"c:a 5\": Värdet är inte ett tal.", report, StringComparison.Ordinal);
        Assert.Contains("Rad 7, kolumn B, värde \"Storköping\"", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_with_an_error_of_Excel_is_no_missing_value()
    {
        bench.Put("concern-reports/a.xlsx", MadeWorkbook.Of([], ("Tabell 3", [[], [], [], [], ["Kod", "Kommun", 2022d], ["1490", "Borås", "#N/A"]])));
        Assert.Contains("#N/A", Bench.Report(await bench.IngestAsync("concern-reports")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_without_the_sheet_or_the_columns_is_refused()
    {
        bench.Put("concern-reports/a.xlsx", MadeWorkbook.Of([], ("Blad1", [["a"]])));
        Assert.Contains("Den har: Blad1.", Bench.Report(await bench.IngestAsync("concern-reports")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("..:B2")]
    [InlineData("B2:A1")]
    public async Task Merged_cells_that_are_no_range_are_refused(string range)
    {
        bench.Put("concern-reports/a.xlsx", MadeWorkbook.Of([range], ("Tabell 3", [[], [], [], [], ["Kod", "Kommun", 2022d], ["1490", "Borås", 5d]])));
        Assert.Contains("kan inte läsas som Excel-arbetsbok", Bench.Report(await bench.IngestAsync("concern-reports")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_workbook_that_says_it_has_more_rows_than_a_sheet_can_have_is_refused_before_they_are_gone_through()
    {
        var book = MadeOldWorkbook.Of(("Tabell 3", [[], [], [], [], ["Kod", "Kommun", 2022d], ["1490", "Borås", 5d]]));
        // Of the record that says how large the sheet is: id, length, first row, rows.
        byte[] size = [0x00, 0x02, 14, 0, 0, 0, 0, 0, 6, 0, 0, 0];
        BitConverter.GetBytes(800_000_000).CopyTo(book, book.AsSpan().IndexOf(size) + 8);
        bench.Put("concern-reports/a.xls", book);
        Assert.Contains("800000000 rows", Bench.Report(await bench.IngestAsync("concern-reports")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_sheet_is_refused()
    {
        bench.Put("concern-reports/a.xlsx", MadeWorkbook.Of([], ("Tabell 1", [])));
        Assert.Contains("Kolumnen 'B' saknas.", Bench.Report(await bench.IngestAsync("concern-reports")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_cut_in_half_is_refused()
    {
        var whole = Suspects();
        bench.Put("bra-suspects/misstankta_2023.xlsx", whole[..(whole.Length / 2)]);
        Assert.Contains("kan inte läsas som Excel-arbetsbok", Bench.Report(await bench.IngestAsync("bra-suspects")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(701, "ZZ")]
    [InlineData(702, "AAA")]
    public void Columns_have_Excel_s_letters(int column, string letters)
    {
        Assert.Equal(letters, Spreadsheets.ColumnLetters.Of(column));
        Assert.Equal(column, Spreadsheets.ColumnLetters.Parse(letters));
    }

    public void Dispose() => bench.Dispose();

    private static byte[] Suspects() => MadeWorkbook.Of(
        ["A1:F1", "C4:D4", "E4:F4", "A7:A8"],
        ("Tabell 1", [
            ["Misstänkta personer efter län, ålder och kön"], [], [],
            [null, null, "Män", null, "Kvinnor", null],
            ["Län", "Brott", "15-17 år", "Totalt", "15-17 år", "Totalt"],
            ["Riket", "Rån", 1234d, "12,5", 56d, "–"],
            ["Stockholms län", "Rån", 7d, "..", "X", "-"],
            [null, "Stöld 2)", ".", 4d, 3d],
            [],
            ["Källa: Brå"], ["Riket", "Inte en rad", 1d, 1d, 1d, 1d],
        ]));
}
