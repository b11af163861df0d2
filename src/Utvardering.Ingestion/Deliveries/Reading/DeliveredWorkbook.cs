using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using Utvardering.Ingestion.Deliveries.Contract;

namespace Utvardering.Ingestion.Deliveries.Reading;

/// <summary>A workbook (.xlsx): the sheet of figures as the table, all else as other parts.</summary>
internal static class DeliveredWorkbook
{
    // A packed file can say that it is thousands of times larger than it is.
    private const long MostBytes = 256L << 20;
    private const long MostCells = 4_000_000;

    private static readonly string[] TemplateSheets = [DeliveryContract.GuideSheet, DeliveryContract.CodeSheet, DeliveryContract.ProblemSheet];

    static DeliveredWorkbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <returns>Null when the bytes are no workbook that can be read whole.</returns>
    public static DeliveredFile? Read(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Sum(entry => entry.Length) > MostBytes)
            {
                return null;
            }

            var parts = WorkbookParts.Read(zip);
            var sheets = Sheets(bytes);
            var table = Math.Max(0, sheets.FindIndex(sheet => string.Equals(sheet.Name, DeliveryContract.DataSheet, StringComparison.OrdinalIgnoreCase)));
            var others = sheets.Select((sheet, index) => new OtherPart(
                $"blad/sheet {index + 1}",
                TemplateSheets.Contains(sheet.Name, StringComparer.OrdinalIgnoreCase) ? OtherPartUse.Expected : OtherPartUse.UnknownSheet,
                sheet.Rows)).ToList();
            others.RemoveAt(table);
            return DeliveredFile.Of(sheets[table].Rows, [.. others, .. parts.Texts], parts.HasAttachments, encoding: null, []);
        }
        // The reader throws whatever a damaged file makes it stumble over: end of stream, bad index, bad XML, bad zip, a date out of range.
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static List<(string Name, List<DeliveredRow> Rows)> Sheets(byte[] bytes)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes, writable: false));
        var sheets = new List<(string, List<DeliveredRow>)>();
        var left = MostCells;
        do
        {
            var rows = new List<DeliveredRow>();
            for (var number = 1L; reader.Read(); number++)
            {
                var cells = Enumerable.Range(0, reader.FieldCount)
                    .Select(column => DeliveredFileReader.Cell(reader.GetValue(column)))
                    .ToArray();
                if ((left -= cells.Length) < 0)
                {
                    throw new InvalidDataException("more cells than any delivery has");
                }

                if (cells.Any(cell => cell is not null))
                {
                    rows.Add(new(number, cells));
                }
            }

            sheets.Add((reader.Name, rows));
        }
        while (reader.NextResult());
        return sheets;
    }
}
