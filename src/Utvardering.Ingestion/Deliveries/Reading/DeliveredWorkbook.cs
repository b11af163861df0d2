using System.IO.Compression;
using Utvardering.Ingestion.Deliveries.Contract;
using Utvardering.Ingestion.Spreadsheets;

namespace Utvardering.Ingestion.Deliveries.Reading;

/// <summary>A workbook, .xlsx or .xls: the sheet of figures as the table, all else as other parts.</summary>
internal static class DeliveredWorkbook
{
    private static readonly string[] TemplateSheets = [DeliveryContract.GuideSheet, DeliveryContract.CodeSheet, DeliveryContract.ProblemSheet];

    /// <returns>Null when the bytes are no workbook that can be read whole.</returns>
    public static DeliveredFile? Read(byte[] bytes)
    {
        try
        {
            var sheets = WorkbookReader.Read(() => new MemoryStream(bytes, writable: false), _ => true).ToList();
            var parts = Parts(bytes);
            var table = Math.Max(0, sheets.FindIndex(sheet => string.Equals(sheet.Name, DeliveryContract.DataSheet, StringComparison.OrdinalIgnoreCase)));
            var others = sheets.Select((sheet, index) => new OtherPart(
                $"blad/sheet {index + 1}",
                TemplateSheets.Contains(sheet.Name, StringComparer.OrdinalIgnoreCase) ? OtherPartUse.Expected : OtherPartUse.UnknownSheet,
                Rows(sheet))).ToList();
            others.RemoveAt(table);
            return DeliveredFile.Of(Rows(sheets[table]), [.. others, .. parts.Texts], parts.Unread, encoding: null, []);
        }
        // The reader throws whatever a damaged file makes it stumble over: end of stream, bad index, bad XML, bad zip, a date out of range.
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static WorkbookParts Parts(byte[] bytes)
    {
        if (WorkbookReader.IsOld(bytes))
        {
            return BiffParts.Read(bytes);
        }

        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        return OpenXmlParts.Read(zip);
    }

    private static List<DeliveredRow> Rows(SheetTexts sheet) =>
        [.. sheet.Rows.Select((cells, index) => new DeliveredRow(index + 1, cells)).Where(row => row.Cells.Any(cell => cell is not null))];
}
