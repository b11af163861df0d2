using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Utvardering.Ingestion.Tests.Deliveries;

/// <summary>The reports on a delivery whose problems are not personal data: page, text, and the same workbook with its cells marked.</summary>
public sealed class MarkedWorkbookTests : IDisposable
{
    private static readonly string[] Bad =
    [
        DeliveryRows.Good,
        "1490;2024K1;13-15;Flickor;Orosanmälningar om barn och unga;;många;;",
        "1490;2024K1;13-15;Okänt <b>;Avslutade utredningar;;3;;",
    ];

    private readonly Bench bench = new();

    [Fact]
    public async Task The_cells_are_marked_and_commented_in_their_own_places()
    {
        var marked = await MarkedAsync("deliveries/1490.csv", DeliveryRows.File(Bad));
        // Column G is antal, D is kön; style 6 is the faulty one.
        var sheet = Workbooks.Part(marked, "xl/worksheets/sheet1.xml");
        Assert.Contains("<c r=\"G3\" s=\"6\"", sheet, StringComparison.Ordinal);
        Assert.Contains("<c r=\"D4\" s=\"6\"", sheet, StringComparison.Ordinal);
        Assert.Equal(2, sheet.Split("s=\"6\"").Length - 1);
        var comments = Workbooks.Part(marked, "xl/comments1.xml");
        Assert.Contains("ref=\"G3\"", comments, StringComparison.Ordinal);
        Assert.Contains("Värdet är inte ett heltal.", comments, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_a_valid_workbook()
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(await MarkedAsync("deliveries/1490.csv", DeliveryRows.File(Bad))), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(workbook).Select(error => $"{error.Part?.Uri} {error.Path?.XPath} {error.Description}"));
    }

    [Fact]
    public async Task Sent_again_as_it_is_it_has_the_same_problems_and_corrected_it_goes_in()
    {
        bench.Put("deliveries/1490.xlsx", await MarkedAsync("deliveries/1490.csv", DeliveryRows.File(Bad)));
        File.Delete(Path.Combine(bench.Input, "deliveries", "1490.csv"));
        var again = await bench.IngestAsync("deliveries");
        Assert.Null(Assert.Single(again.Refused).PersonalData);
        Assert.Equal(2, again.Refused[0].Problems);

        var corrected = await MarkedAsync(null, null);
        var sheet = Workbooks.Part(corrected, "xl/worksheets/sheet1.xml").Replace("många", "7", StringComparison.Ordinal).Replace("Okänt &lt;b&gt;", "Samtliga", StringComparison.Ordinal);
        bench.Put("deliveries/1490.xlsx", Replace(corrected, sheet));
        Assert.Equal(3, (await bench.IngestAsync("deliveries")).RowsAccepted);
    }

    [Fact]
    public async Task A_missing_column_is_marked_in_the_header_and_a_conflict_in_the_whole_key()
    {
        var marked = await MarkedAsync("deliveries/1490.csv", DeliveryRows.File(DeliveryRows.Good, DeliveryRows.Good.Replace(";12;", ";13;", StringComparison.Ordinal)));
        var sheet = Workbooks.Part(marked, "xl/worksheets/sheet1.xml");
        Assert.All("ABCDE", column => Assert.Contains($"<c r=\"{column}3\" s=\"6\"", sheet, StringComparison.Ordinal));

        var lacking = await MarkedAsync("deliveries/1490.csv", "kommunkod;kvartal;kön;mått;antal;av\n1490;2024K1;pojkar;orosanmalningar;12;\n");
        Assert.Contains("<c r=\"A1\" s=\"6\"", Workbooks.Part(lacking, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_lists_each_problem_escaped_with_the_counts_by_rule()
    {
        await MarkedAsync("deliveries/1490.csv", DeliveryRows.File(Bad));
        var page = File.ReadAllText(Directory.GetFiles(bench.DataRoot, "problems.html", SearchOption.AllDirectories).Single());
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"sv\">", page, StringComparison.Ordinal);
        Assert.Contains("Ok&#228;nt &lt;b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\"><code>codes</code></th><td class=\"n\">1</td>", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"en\" lang=\"en\">The value is not a whole number.</span>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_common_problem_does_not_hide_a_rare_one()
    {
        var rows = Enumerable.Range(0, 1500).Select(number => $"1490;2024K1;13-15;pojkar;fel{number};;1;;").Append("1490;2024K1;13-15;pojkar;orosanmalningar;;x;;");
        await MarkedAsync("deliveries/1490.csv", DeliveryRows.File([.. rows]));
        var report = File.ReadAllText(Directory.GetFiles(bench.DataRoot, "problems.txt", SearchOption.AllDirectories).Single());
        Assert.Contains("1500 av slaget codes", report, StringComparison.Ordinal);
        Assert.Contains("Rad 1502, kolumn antal, värde \"x\"", report, StringComparison.Ordinal);
    }

    public void Dispose() => bench.Dispose();

    private async Task<byte[]> MarkedAsync(string? path, string? text)
    {
        if (path is not null)
        {
            bench.Put(path, text!);
        }

        var outcome = await bench.IngestAsync("deliveries");
        return File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(Assert.Single(outcome.Refused).ReportFile)!, "marked.xlsx"));
    }

    private static byte[] Replace(byte[] workbook, string sheet)
    {
        using var bytes = new MemoryStream();
        bytes.Write(workbook);
        using (var zip = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            using var stream = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            stream.Write(System.Text.Encoding.UTF8.GetBytes(sheet));
        }

        return bytes.ToArray();
    }
}
