using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Utvardering.Ingestion.Spreadsheets;

/// <summary>
/// The cells of an .xlsx sheet that hold an error of Excel ("#N/A", "#REF!"). ExcelDataReader 3.6 gives them as empty, and an empty cell
/// would pass for a value that was never reported.
/// </summary>
internal static class OpenXmlErrors
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <returns>Row and column counted from 0, and the error as Excel shows it.</returns>
    public static IReadOnlyList<(int Row, int Column, string Error)> Of(Stream stream, string sheet)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        if (Part(zip, sheet) is not { } part)
        {
            return [];
        }

        var errors = new List<(int, int, string)>();
        using var reader = XmlReader.Create(part.Open());
        while (reader.ReadToFollowing("c", Main.NamespaceName))
        {
            if (reader.GetAttribute("t") == "e" && reader.GetAttribute("r") is { } place && Place(place) is var (row, column) && reader.ReadToDescendant("v", Main.NamespaceName))
            {
                errors.Add((row, column, reader.ReadElementContentAsString()));
            }
        }

        return errors;
    }

    private static ZipArchiveEntry? Part(ZipArchive zip, string sheet)
    {
        var id = Read(zip, "xl/workbook.xml")?.Descendants(Main + "sheet").FirstOrDefault(each => (string?)each.Attribute("name") == sheet)?.Attribute(Links + "id")?.Value;
        var target = Read(zip, "xl/_rels/workbook.xml.rels")?.Descendants(Package + "Relationship").FirstOrDefault(each => (string?)each.Attribute("Id") == id)?.Attribute("Target")?.Value;
        return target is null ? null : zip.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target);
    }

    private static XDocument? Read(ZipArchive zip, string name)
    {
        if (zip.GetEntry(name) is not { } entry)
        {
            return null;
        }

        using var stream = entry.Open();
        return XDocument.Load(stream);
    }

    /// <summary>"C6" → row 5, column 2.</summary>
    private static (int Row, int Column)? Place(string reference)
    {
        var letters = reference.TakeWhile(char.IsAsciiLetterUpper).Count();
        return ColumnLetters.Parse(reference[..letters]) is { } column && int.TryParse(reference.AsSpan(letters), out var row) && row > 0 ? (row - 1, column) : null;
    }
}
