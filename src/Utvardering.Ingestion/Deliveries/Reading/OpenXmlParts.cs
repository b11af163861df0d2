using System.IO.Compression;
using System.Xml;
using Utvardering.Ingestion.PersonalData;
using Utvardering.Ingestion.Spreadsheets;

namespace Utvardering.Ingestion.Deliveries.Reading;

/// <summary>
/// What an .xlsx holds beside the cells that a reader gives: properties, comments, headers and footers, hints of validations,
/// links, texts that no cell shows any more, pictures and files. Cells are left to the reader.
/// </summary>
internal static class OpenXmlParts
{
    /// <summary>Attributes that hold what people write or where links lead; others are numbers and ids of the format.</summary>
    private static readonly HashSet<string> WrittenAttributes = new(StringComparer.Ordinal)
    {
        "Target", "name", "descr", "title", "display", "tooltip", "location", "prompt", "promptTitle", "error", "errorTitle", "displayName", "userId", "author", "alt", "comment",
    };

    /// <exception cref="XmlException">A part is no XML, or declares entities.</exception>
    public static WorkbookParts Read(ZipArchive zip)
    {
        var texts = new List<OtherPart>();
        var attachments = false;
        foreach (var entry in zip.Entries.Where(entry => entry.Length > 0))
        {
            if (Path.GetExtension(entry.FullName).ToLowerInvariant() is ".xml" or ".rels" or ".vml")
            {
                texts.AddRange(Parts(entry).Where(part => part.Rows.Count > 0));
            }
            else
            {
                // Settings of a printer are written by the program itself and hold nothing of the sheets.
                attachments |= !entry.FullName.StartsWith("xl/printerSettings/", StringComparison.OrdinalIgnoreCase);
            }
        }

        return new(texts, attachments ? FindingKind.AttachedContent : null);
    }

    private static IEnumerable<OtherPart> Parts(ZipArchiveEntry entry)
    {
        var name = entry.FullName.ToLowerInvariant();
        var (texts, attributes, authors) = Read(entry);
        yield return new("dold text/hidden text", OtherPartUse.Expected, attributes);
        if (name.StartsWith("xl/comments", StringComparison.Ordinal))
        {
            // Those of a workbook that we sent back with its problems marked.
            var ours = authors.Count > 0 && authors.All(author => author == SheetNote.Author);
            yield return new("kommentarer/comments", ours ? OtherPartUse.Expected : OtherPartUse.FreeText, texts);
            yield break;
        }

        yield return name.StartsWith("xl/threadedcomments", StringComparison.Ordinal) ? new("kommentarer/comments", OtherPartUse.FreeText, texts)
            : name.StartsWith("xl/drawings/drawing", StringComparison.Ordinal) ? new("textrutor/text boxes", OtherPartUse.FreeText, texts)
            : name.StartsWith("docprops/", StringComparison.Ordinal) ? new("dokumentegenskaper/document properties", OtherPartUse.Expected, texts)
            : new("dold text/hidden text", OtherPartUse.Expected, texts);
    }

    private static (List<DeliveredRow> Texts, List<DeliveredRow> Attributes, List<string> Authors) Read(ZipArchiveEntry entry)
    {
        var (texts, attributes, authors) = (new List<DeliveredRow>(), new List<DeliveredRow>(), new List<string>());
        var cells = entry.FullName.Contains("/worksheets/", StringComparison.OrdinalIgnoreCase);
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var element = "";
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    element = reader.LocalName;
                    Attributes(reader, attributes);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when element == "author":
                    authors.Add(reader.Value);
                    texts.Add(new(texts.Count + 1, [reader.Value]));
                    break;
                // A cell's value is the reader's: as a number it is an index, or a figure without its column.
                case XmlNodeType.Text or XmlNodeType.CDATA when !cells || element is not ("v" or "t"):
                case XmlNodeType.Comment or XmlNodeType.ProcessingInstruction:
                    texts.Add(new(texts.Count + 1, [reader.Value]));
                    break;
                default:
                    break;
            }
        }

        return (texts, attributes, authors);
    }

    private static void Attributes(XmlReader reader, List<DeliveredRow> texts)
    {
        while (reader.MoveToNextAttribute())
        {
            if (WrittenAttributes.Contains(reader.LocalName))
            {
                texts.Add(new(texts.Count + 1, [reader.Value]));
            }
        }
    }
}
