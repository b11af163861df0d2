using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Utvardering.Ingestion.Spreadsheets;

/// <summary>
/// Writes small workbooks (.xlsx): cells of text, formats, validations, comments. The same sheets give the same bytes on every machine:
/// no times, and nothing is compressed, since compressors differ.
/// </summary>
/// <seealso href="https://ecma-international.org/publications-and-standards/standards/ecma-376/"/>
internal static class WorkbookWriter
{
    internal const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(IReadOnlyList<SheetDraft> sheets)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Text(zip, "[Content_Types].xml", ContentTypes(sheets));
            Text(zip, "_rels/.rels", Relationships([("officeDocument", "xl/workbook.xml")]));
            Text(zip, "xl/workbook.xml", Workbook(sheets));
            Text(zip, "xl/_rels/workbook.xml.rels", Relationships(
                [.. Enumerable.Range(1, sheets.Count).Select(number => ("worksheet", $"worksheets/sheet{number}.xml")), ("styles", "styles.xml")]));
            Text(zip, "xl/styles.xml", SheetStyles.Xml);
            for (var number = 1; number <= sheets.Count; number++)
            {
                WriteSheet(zip, sheets[number - 1], number);
            }
        }

        return bytes.ToArray();
    }

    internal static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            // Characters that XML can't hold.
            escaped.Append(c is '&' ? "&amp;" : c is '<' ? "&lt;" : c is '>' ? "&gt;" : c is '"' ? "&quot;" : XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c.ToString() : " ");
        }

        return escaped.ToString();
    }

    private static void WriteSheet(ZipArchive zip, SheetDraft sheet, int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"sheet{number}.xml");
        using (var stream = Open(zip, "xl/worksheets/" + name))
        using (var xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false) }))
        {
            SheetXml.Write(xml, sheet, first: number == 1);
        }

        if (sheet.Notes.Count > 0)
        {
            Text(zip, $"xl/worksheets/_rels/{name}.rels", Relationships([("vmlDrawing", $"../drawings/vmlDrawing{number}.vml"), ("comments", $"../comments{number}.xml")]));
            Text(zip, $"xl/comments{number}.xml", SheetNotes.Comments(sheet.Notes));
            Text(zip, $"xl/drawings/vmlDrawing{number}.vml", SheetNotes.Drawing(sheet.Notes));
        }
    }

    private static string ContentTypes(IReadOnlyList<SheetDraft> sheets)
    {
        const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        var overrides = new List<(string Part, string Type)> { ("/xl/workbook.xml", "sheet.main"), ("/xl/styles.xml", "styles") };
        for (var number = 1; number <= sheets.Count; number++)
        {
            overrides.Add(($"/xl/worksheets/sheet{number}.xml", "worksheet"));
            if (sheets[number - 1].Notes.Count > 0)
            {
                overrides.Add(($"/xl/comments{number}.xml", "comments"));
            }
        }

        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>"
            + string.Concat(overrides.Select(part => $"<Override PartName=\"{part.Part}\" ContentType=\"{Spreadsheet}{part.Type}+xml\"/>"))
            + "</Types>";
    }

    private static string Workbook(IReadOnlyList<SheetDraft> sheets) =>
        $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>"
        + string.Concat(sheets.Select((sheet, index) => $"<sheet name=\"{Escaped(sheet.Name)}\" sheetId=\"{index + 1}\" r:id=\"rId{index + 1}\"/>"))
        + "</sheets></workbook>";

    private static string Relationships(IReadOnlyList<(string Kind, string Target)> targets) =>
        $"<Relationships xmlns=\"{Relations}\">"
        + string.Concat(targets.Select((target, index) => $"<Relationship Id=\"rId{index + 1}\" Type=\"{Office}/{target.Kind}\" Target=\"{target.Target}\"/>"))
        + "</Relationships>";

    private static void Text(ZipArchive zip, string part, string xml)
    {
        using var stream = Open(zip, part);
        stream.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml));
    }

    private static Stream Open(ZipArchive zip, string part)
    {
        var entry = zip.CreateEntry(part, CompressionLevel.NoCompression);
        entry.LastWriteTime = NoTime;
        return entry.Open();
    }
}
