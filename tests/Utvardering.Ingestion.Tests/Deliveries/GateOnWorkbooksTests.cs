using Utvardering.Ingestion.Tests.PersonalData;

namespace Utvardering.Ingestion.Tests.Deliveries;

/// <summary>A workbook holds more than its cells: each place where something can hide is searched, and what can't be is refused.</summary>
public sealed class GateOnWorkbooksTests : IDisposable
{
    private const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly Bench bench = new();

    private static InventedNumber Nobody { get; } = InventedNumber.Draw(new Random(11), letters: false) with { Coordination = false };

    private static string Number => $"{Nobody.Year}{Nobody.Month}{Nobody.Day}{Nobody.Last}";

    private static byte[] Good => Workbooks.Of("Uppgifter", DeliveryRows.Header, DeliveryRows.Good);

    [Fact]
    public async Task A_good_workbook_passes()
    {
        bench.Put("deliveries/1490.xlsx", Good);
        Assert.Equal(1, (await bench.IngestAsync("deliveries")).RowsAccepted);
    }

    [Fact]
    public async Task A_cell_is_told_with_its_row_and_column()
    {
        bench.Put("deliveries/1490.xlsx", Workbooks.Of("Uppgifter", DeliveryRows.Header, DeliveryRows.Good, "", $"1490;2024K1;13-15;{Number};orosanmalningar;;12"));
        Assert.Contains("Rad 4, kolumn kön: Här står ett personnummer.", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_that_the_template_does_not_have_refuses_the_file()
    {
        bench.Put("deliveries/1490.xlsx", Workbooks.Of(("Uppgifter", [DeliveryRows.Header, DeliveryRows.Good]), ("Anteckningar", ["Anna Annasson"])));
        Assert.Contains("Rad 1, kolumn blad/sheet 2, 1: Här står något utanför mallens kolumner", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_sheet_refuses_nothing()
    {
        bench.Put("deliveries/1490.xlsx", Workbooks.Of(("Uppgifter", [DeliveryRows.Header, DeliveryRows.Good]), ("Blad2", [])));
        Assert.Equal(1, (await bench.IngestAsync("deliveries")).RowsAccepted);
    }

    [Theory]
    [InlineData("xl/comments9.xml", "<comments xmlns=\"" + Spreadsheet + "\"><authors><author>Handläggaren</author></authors><commentList><comment ref=\"A2\" authorId=\"0\"><text><t>gäller Anna</t></text></comment></commentList></comments>", "kommentarer/comments")]
    [InlineData("xl/drawings/drawing1.xml", "<d xmlns:a=\"urn:a\"><a:t>gäller Anna</a:t></d>", "textrutor/text boxes")]
    public async Task Comments_and_text_boxes_are_free_text(string part, string xml, string place)
    {
        bench.Put("deliveries/1490.xlsx", Workbooks.With(Good, part, xml));
        var report = await RefusedAsync();
        Assert.Contains("av slaget free-text", report, StringComparison.Ordinal);
        Assert.Contains(place, report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xl/sharedStrings.xml", "<sst xmlns=\"" + Spreadsheet + "\"><si><t>{0}</t></si></sst>")]
    [InlineData("docProps/core.xml", "<p><description>{0}</description></p>")]
    [InlineData("customXml/item1.xml", "<p><!-- {0} --></p>")]
    [InlineData("xl/worksheets/_rels/sheet7.xml.rels", "<Relationships><Relationship Target=\"journal/{0}\"/></Relationships>")]
    public async Task Texts_that_no_cell_shows_are_searched(string part, string xml)
    {
        bench.Put("deliveries/1490.xlsx", Workbooks.With(Good, part, xml.Replace("{0}", Number, StringComparison.Ordinal)));
        Assert.Contains("personal-number", await RefusedAsync(), StringComparison.Ordinal);
        Assert.Empty(DataTree.FilesWith(bench.DataRoot, Number));
    }

    [Theory]
    [InlineData("xl/media/image1.png")]
    [InlineData("xl/embeddings/oleObject1.bin")]
    [InlineData("xl/vbaProject.bin")]
    [InlineData("docProps/thumbnail.jpeg")]
    public async Task What_cannot_be_read_as_text_refuses_the_file(string part)
    {
        bench.Put("deliveries/1490.xlsx", Workbooks.With(Good, part, "bytes"));
        Assert.Contains("bilder, bifogade filer eller makron", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_settings_of_a_printer_refuse_nothing()
    {
        bench.Put("deliveries/1490.xlsx", Workbooks.With(Good, "xl/printerSettings/printerSettings1.bin", "bytes"));
        Assert.Empty((await bench.IngestAsync("deliveries")).Refused);
    }

    public void Dispose() => bench.Dispose();

    private async Task<string> RefusedAsync()
    {
        var outcome = await bench.IngestAsync("deliveries");
        Assert.NotNull(Assert.Single(outcome.Refused).PersonalData);
        Assert.Empty(DataTree.Files(Path.Combine(bench.DataRoot, "landing")));
        return Bench.Report(outcome);
    }
}
