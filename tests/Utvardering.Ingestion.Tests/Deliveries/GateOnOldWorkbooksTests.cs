using System.Text;
using Utvardering.Ingestion.Deliveries.Reading;
using Utvardering.Ingestion.Tests.PersonalData;
using Utvardering.Testing;

namespace Utvardering.Ingestion.Tests.Deliveries;

/// <summary>The older workbook (.xls): taken in as the newer one, searched in all its parts, and refused where a part can't be.</summary>
public sealed class GateOnOldWorkbooksTests : IDisposable
{
    private static readonly object?[] Header = [.. DeliveryRows.Header.Split(';')];
    private static readonly object?[] Good = ["1490", "2024K1", "13–15 år", "Pojkar", "Orosanmälningar om barn och unga", null, 12d];

    private readonly Bench bench = new();

    private static InventedNumber Nobody { get; } = InventedNumber.Draw(new Random(13), letters: false) with { Coordination = false };

    private static string Number => $"{Nobody.Year}{Nobody.Month}{Nobody.Day}{Nobody.Last}";

    [Fact]
    public async Task A_good_workbook_passes_and_gives_the_rows_of_the_newer_kind()
    {
        bench.Put("deliveries/1490.xls", MadeOldWorkbook.Of(("Uppgifter", [Header, Good])));
        bench.Put("deliveries/same.xlsx", Workbooks.Of("Uppgifter", DeliveryRows.Header, DeliveryRows.Good));
        var outcome = await bench.IngestAsync("deliveries");
        Assert.Empty(outcome.Refused.Select(refused => File.ReadAllText(refused.ReportFile)));
        Assert.Equal((1, 1), (outcome.RowsAccepted, outcome.DuplicatesDropped));
        Assert.Equal(["1490 2024-01-01 13-15 boys orosanmalningar 12"], bench.Rows(outcome.Vintage!, "select municipality_code, quarter, age_group, sex, measure, numerator from vintage"));
    }

    [Fact]
    public async Task A_cell_is_told_with_its_row_and_column()
    {
        bench.Put("deliveries/1490.xls", MadeOldWorkbook.Of(("Uppgifter", [Header, Good, [], ["1490", "2024K1", "13-15", double.Parse(Number, System.Globalization.CultureInfo.InvariantCulture)]])));
        Assert.Contains("Rad 4, kolumn kön: Här står ett personnummer.", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_that_the_template_does_not_have_refuses_the_file()
    {
        bench.Put("deliveries/1490.xls", MadeOldWorkbook.Of(("Uppgifter", [Header, Good]), ("Anteckningar", [["Anna Annasson"]])));
        Assert.Contains("blad/sheet 2, 1: Här står något utanför mallens kolumner", await RefusedAsync(), StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[]> Hidden => new()
    {
        { "a page header, one byte a letter", With(0x14, Encoding.Latin1.GetBytes($"\u000C\0\0{Number}")) },
        { "a name, two bytes a letter, before another length", With(0x18, [1, 2, 3, .. Encoding.Unicode.GetBytes(Number), 0x30, 0]) },
        { "a text that goes on in the next record", MadeOldWorkbook.File([("Workbook", MadeOldWorkbook.Workbook(
            [MadeOldWorkbook.Record(0xFC, [1, 0, 0, 0, 1, 0, 0, 0, 12, 0, 0, .. Encoding.Latin1.GetBytes(Number[..8])]), MadeOldWorkbook.Record(0x3C, [0, .. Encoding.Latin1.GetBytes(Number[8..])])], Sheet))]) },
        { "a number within a formula", With(0x18, [0, 1, 2, 0x1F, .. BitConverter.GetBytes(double.Parse(Number, System.Globalization.CultureInfo.InvariantCulture)), 3]) },
        { "the document's properties", MadeOldWorkbook.File([("Workbook", MadeOldWorkbook.Workbook([], Sheet)), ("\u0005SummaryInformation", [0xFE, 0xFF, 0, 0, .. Encoding.Latin1.GetBytes(Number), 0])]) },
        { "what no part shows any more", [.. MadeOldWorkbook.Of(Sheet), .. new byte[100], .. Encoding.Unicode.GetBytes(Number), .. new byte[388]] },
    };

    [Theory]
    [MemberData(nameof(Hidden))]
    public async Task Texts_that_no_cell_shows_are_searched(string where, byte[] workbook)
    {
        bench.Put("deliveries/1490.xls", workbook);
        Assert.True((await RefusedAsync()).Contains("dold text/hidden text, 1: Här står ett personnummer.", StringComparison.Ordinal), where);
        Assert.Empty(DataTree.FilesWith(bench.DataRoot, Number));
    }

    [Theory]
    [InlineData(0x1C)]
    [InlineData(0x1B6)]
    public async Task Comments_and_text_boxes_are_free_text(int record)
    {
        bench.Put("deliveries/1490.xls", With(record, [1, 0, 2, 0, 0, 0, 1, 0]));
        Assert.Contains("kommentarer och textrutor/comments and text boxes, 1: Här står fritext", await RefusedAsync(), StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[]> Unscannable => new()
    {
        { "macros", MadeOldWorkbook.File([("Workbook", MadeOldWorkbook.Workbook([], Sheet)), ("_VBA_PROJECT_CUR", null)]) },
        { "an embedded file", MadeOldWorkbook.File([("Workbook", MadeOldWorkbook.Workbook([], Sheet)), ("MBD0001", [1, 2, 3])]) },
        { "values of another workbook", With(0x5A, [0, 0, 0, 0, 1]) },
        { "a pivot table", With(0xB0, [0, 0]) },
        { "a picture", With(0xEB, [0x0F, 0, 0, 0xF0, 24, 0, 0, 0, 0, 0, 6, 0xF0, 0, 0, 0, 0, 0x1F, 0, 1, 0xF0, 0, 0, 0, 0]) },
        { "an embedded object", With(0x5D, [0x15, 0, 0x12, 0, 8, 0]) },
        { "a record that nobody knows", With(0x7777, [1]) },
    };

    [Theory]
    [MemberData(nameof(Unscannable))]
    public async Task What_cannot_be_searched_refuses_the_file_with_the_advice_to_save_it_anew(string what, byte[] workbook)
    {
        bench.Put("deliveries/1490.xls", workbook);
        var report = await RefusedAsync();
        Assert.True(report.Contains("av slaget unscanned-part", StringComparison.Ordinal), what);
        Assert.Contains("Spara filen som XLSX", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_workbook_whose_table_of_sectors_has_a_chain_of_its_own_is_read_whole()
    {
        // The header finds 109 sectors of 128 numbers of 512 bytes: 7 MB.
        var content = Enumerable.Range(0, 8_000_000).Select(number => (byte)(number % 251)).ToArray();
        Assert.Equal(content, Spreadsheets.CompoundFile.Parts(MadeOldWorkbook.File([("Workbook", content)])).Single().Content);
    }

    public static TheoryData<string, byte[]> Unreadable => new()
    {
        { "no workbook in it", MadeOldWorkbook.File([("WordDocument", [1, 2, 3])]) },
        { "a workbook of Excel 95", MadeOldWorkbook.File([("Book", [0x09, 0x08, 8, 0, 0, 5, 5, 0, 0, 0, 0, 0])]) },
        { "cut", MadeOldWorkbook.Of(Sheet)[..2000] },
        { "sectors in a circle", Circle() },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task What_cannot_be_read_is_refused(string what, byte[] workbook)
    {
        bench.Put("deliveries/1490.xls", workbook);
        Assert.True((await RefusedAsync()).Contains("går inte att läsa som CSV, XLSX eller XLS", StringComparison.Ordinal), what);
    }

    [Theory]
    [InlineData("xls")]
    [InlineData("xlsx")]
    public async Task A_cell_with_an_error_of_Excel_is_no_missing_value(string kind)
    {
        (string, object?[][]) sheet = ("Uppgifter", [Header, [.. Good[..6], "#N/A"]]);
        bench.Put("deliveries/1490." + kind, kind == "xls" ? MadeOldWorkbook.Of(sheet) : MadeWorkbook.Of([], sheet));
        var outcome = await bench.IngestAsync("deliveries");
        Assert.Null(Assert.Single(outcome.Refused).PersonalData);
        Assert.Contains("Rad 2, kolumn antal, värde \"#N/A\"", Bench.Report(outcome), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(outcome.Refused[0].ReportFile)!, "marked.xlsx")));
    }

    /// <remarks>Brå's workbook of reported offences, as Excel saved it.</remarks>
    [SharedDataFact]
    public void A_workbook_as_Excel_saves_it_has_only_parts_that_are_known()
    {
        var parts = BiffParts.Read(File.ReadAllBytes(Path.Combine(Repository.Shared, "data/bra/Bok1.xls")));
        Assert.Null(parts.Unread);
        Assert.Contains(parts.Texts.SelectMany(part => part.Rows), row => row.Cells[0]!.Contains("Anmälda brott", StringComparison.Ordinal));
    }

    public void Dispose() => bench.Dispose();

    private static (string, object?[][]) Sheet => ("Uppgifter", [Header, Good]);

    private static byte[] With(int record, byte[] content) => MadeOldWorkbook.File([("Workbook", MadeOldWorkbook.Workbook([MadeOldWorkbook.Record(record, content)], Sheet))]);

    /// <summary>The directory's sector, the second in the table of sectors, followed by itself.</summary>
    private static byte[] Circle()
    {
        var bytes = MadeOldWorkbook.Of(Sheet);
        BitConverter.GetBytes(1).CopyTo(bytes, 512 + 4);
        return bytes;
    }

    private async Task<string> RefusedAsync()
    {
        var outcome = await bench.IngestAsync("deliveries");
        Assert.NotNull(Assert.Single(outcome.Refused).PersonalData);
        Assert.Empty(DataTree.Files(Path.Combine(bench.DataRoot, "landing")));
        return Bench.Report(outcome);
    }
}
