using System.IO.Compression;
using System.Text;
using Utvardering.Ingestion.Spreadsheets;

namespace Utvardering.Ingestion.Tests.Deliveries;

/// <summary>Workbooks as senders make them.</summary>
internal static class Workbooks
{
    /// <summary>A sheet of the file's own rows, cells parted by semicolons.</summary>
    public static byte[] Of(string sheet, params string[] rows) => Of((sheet, rows));

    public static byte[] Of(params (string Name, string[] Rows)[] sheets) => WorkbookWriter.Write([.. sheets.Select(sheet => new SheetDraft(sheet.Name)
    {
        Rows = sheet.Rows.Select((row, index) => new SheetRow(index + 1, [.. row.Split(';').Select((cell, column) => new SheetCell(column + 1, cell)).Where(cell => cell.Text!.Length > 0)])),
    })]);

    /// <summary>The same workbook with one part more, as another program might write it.</summary>
    public static byte[] With(byte[] workbook, string part, string text)
    {
        using var bytes = new MemoryStream();
        bytes.Write(workbook);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var stream = zip.CreateEntry(part).Open();
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }

    /// <summary>The text of a part.</summary>
    public static string Part(byte[] workbook, string part)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook), ZipArchiveMode.Read);
        using var reader = new StreamReader(zip.GetEntry(part)!.Open());
        return reader.ReadToEnd();
    }
}
