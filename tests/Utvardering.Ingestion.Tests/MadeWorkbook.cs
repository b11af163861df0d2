using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Utvardering.Ingestion.Tests;

/// <summary>A workbook of one or more sheets, written as little as Excel needs: texts in place, numbers as numbers, errors by "#".</summary>
internal static class MadeWorkbook
{
    /// <param name="merged">Ranges of the first sheet, such as <c>C4:D4</c>.</param>
    /// <param name="sheets">Name and rows; null is an empty cell, a double a number, a text that begins with # an error.</param>
    public static byte[] Of(string[] merged, params (string Name, object?[][] Rows)[] sheets)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
            Put(zip, "_rels/.rels", Relations([("rId1", "officeDocument", "xl/workbook.xml")]));
            Put(zip, "xl/_rels/workbook.xml.rels", Relations(sheets.Select((_, index) => ($"rId{index + 1}", "worksheet", $"worksheets/sheet{index + 1}.xml"))));
            var list = string.Concat(sheets.Select((sheet, index) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{index + 1}\" r:id=\"rId{index + 1}\"/>"));
            Put(zip, "xl/workbook.xml", $"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{list}</sheets></workbook>");
            foreach (var (sheet, index) in sheets.Select((sheet, index) => (sheet, index)))
            {
                Put(zip, $"xl/worksheets/sheet{index + 1}.xml", SheetXml(sheet.Rows, index == 0 ? merged : []));
            }
        }

        return bytes.ToArray();
    }

    private static string SheetXml(object?[][] rows, string[] merged)
    {
        var xml = new StringBuilder("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        foreach (var (row, number) in rows.Select((row, index) => (row, index + 1)))
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\">");
            foreach (var (cell, column) in row.Select((cell, index) => (cell, Spreadsheets.ColumnLetters.Of(index))).Where(pair => pair.cell is not null))
            {
                xml.Append(cell switch
                {
                    double value => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{column}{number}\"><v>{value}</v></c>"),
                    string text when text.StartsWith('#') => $"<c r=\"{column}{number}\" t=\"e\"><v>{text}</v></c>",
                    _ => $"<c r=\"{column}{number}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(cell!.ToString())}</t></is></c>",
                });
            }

            xml.Append("</row>");
        }

        xml.Append("</sheetData>");
        if (merged.Length > 0)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<mergeCells count=\"{merged.Length}\">{string.Concat(merged.Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells>");
        }

        return xml.Append("</worksheet>").ToString();
    }

    private static string Relations(IEnumerable<(string Id, string Kind, string Target)> parts) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(parts.Select(part => $"<Relationship Id=\"{part.Id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{part.Kind}\" Target=\"{part.Target}\"/>"))}</Relationships>";

    private static void Put(ZipArchive zip, string name, string text)
    {
        var entry = zip.CreateEntry(name);

        // The same sheets give the same bytes, whatever the clock says.
        entry.LastWriteTime = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var writer = new StreamWriter(entry.Open(), new UTF8Encoding(false));
        writer.Write(text);
    }
}
