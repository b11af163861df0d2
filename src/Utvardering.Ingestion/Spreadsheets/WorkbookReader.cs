using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using Utvardering.Ingestion.Staging;

namespace Utvardering.Ingestion.Spreadsheets;

/// <summary>Excel workbooks, .xlsx and the older .xls (BIFF), as sheets of texts: the tables of authorities and the deliveries alike.</summary>
internal static class WorkbookReader
{
    // More than any table; a workbook can say it is thousands of times larger than its file.
    private const int MostCells = 1_000_000;

    // As many as a sheet of Excel's may have.
    private const int MostRows = 1 << 20;

    private const int FewLines = 1_000;
    private const long MostBytes = 512L << 20;

    private static ReadOnlySpan<byte> Zip => "PK\u0003\u0004"u8;

    private static ReadOnlySpan<byte> Compound => [0xD0, 0xCF, 0x11, 0xE0];

    static WorkbookReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Whether bytes begin as a workbook does.</summary>
    public static bool Is(ReadOnlySpan<byte> start) => start.StartsWith(Zip) || IsOld(start);

    /// <summary>Whether bytes begin as the older kind of workbook does.</summary>
    public static bool IsOld(ReadOnlySpan<byte> start) => start.StartsWith(Compound);

    /// <param name="open">Opens the workbook's bytes, more than once.</param>
    /// <param name="wanted">By name, asked in the workbook's order; hidden sheets too.</param>
    /// <returns>The wanted sheets, read one by one as they are asked for.</returns>
    /// <exception cref="Exception">Whatever a damaged file makes the reader stumble over: end of stream, bad index, bad XML, bad zip.</exception>
    public static IEnumerable<SheetTexts> Read(Func<Stream> open, Predicate<string> wanted)
    {
        var old = IsOld(Start(open));
        if (old)
        {
            CheckParts(open);
        }
        else
        {
            CheckSize(open);
        }

        using var stream = open();
        using var reader = ExcelReaderFactory.CreateReader(stream, new() { FallbackEncoding = Encoding.GetEncoding(1252) });
        var left = (long)MostCells;
        do
        {
            if (wanted(reader.Name))
            {
                var sheet = SheetOf(reader, ref left);
                using var again = open();
                foreach (var (row, column, error) in old ? BiffErrors.Of(again, sheet.Name) : OpenXmlErrors.Of(again, sheet.Name))
                {
                    if (row < sheet.Rows.Count && column < sheet.Rows[row].Length)
                    {
                        sheet.Rows[row][column] = error;
                    }
                }

                yield return sheet;
            }
        }
        while (reader.NextResult());
    }

    private static byte[] Start(Func<Stream> open)
    {
        using var stream = open();
        var start = new byte[4];
        stream.ReadAtLeast(start, 4, throwOnEndOfStream: false);
        return start;
    }

    /// <summary>The reader below makes room for what the header says before it looks at what there is.</summary>
    private static void CheckParts(Func<Stream> open)
    {
        using var stream = open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        _ = CompoundFile.Parts(copy.ToArray());
    }

    private static void CheckSize(Func<Stream> open)
    {
        using var stream = open();
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        if (zip.Entries.Sum(entry => entry.Length) > MostBytes)
        {
            throw new InvalidDataException($"unpacked it is larger than {MostBytes >> 20} MiB");
        }
    }

    private static SheetTexts SheetOf(IExcelDataReader reader, ref long left)
    {
        // The reader goes through all that an .xls says it has, whatever there is.
        if (reader.RowCount > MostRows)
        {
            throw new InvalidDataException($"the sheet {reader.Name} says that it has {reader.RowCount} rows, and no sheet has more than {MostRows}");
        }

        var rows = new List<string?[]>();
        while (reader.Read())
        {
            var row = new string?[reader.FieldCount];
            for (var column = 0; column < row.Length; column++)
            {
                row[column] = Text(reader.GetValue(column));
            }

            rows.Add(row);
            if ((left -= row.Length) < 0)
            {
                throw new InvalidDataException($"it has more than {MostCells} cells");
            }
        }

        // A damaged number of a row or column makes a sheet of tens of thousands without anything in them.
        var filled = rows.Sum(row => row.Count(cell => cell is not null));
        var extent = Math.Max(rows.Count, rows.Select(row => Array.FindLastIndex(row, cell => cell is not null) + 1).DefaultIfEmpty(0).Max());
        if (extent > FewLines && filled < extent)
        {
            throw new InvalidDataException($"the sheet {reader.Name} has {extent} rows or columns and only {filled} cells with something in them");
        }

        // Each cell can be in one merged range only, but a damaged file may say otherwise.
        var merged = reader.MergeCells ?? [];
        if (merged.Any(range => range.FromRow < 0 || range.FromColumn < 0 || range.ToRow < range.FromRow || range.ToColumn < range.FromColumn))
        {
            throw new InvalidDataException($"the sheet {reader.Name} has merged cells that are no range");
        }

        return merged.Sum(range => (range.ToRow - range.FromRow + 1L) * (range.ToColumn - range.FromColumn + 1L)) > MostCells
            ? throw new InvalidDataException($"it has more than {MostCells} merged cells")
            : new(reader.Name, rows, [.. merged.Select(range => (range.FromRow, range.ToRow, range.FromColumn, range.ToColumn))]);
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text.Replace('\0', ' ').Composed().Trim() is { Length: > 0 } filled ? filled : null,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
