using System.Text.RegularExpressions;
using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Spreadsheets;

namespace Utvardering.Ingestion.Staging;

/// <summary>A landed workbook's sheet, with its problems told.</summary>
internal static class Workbook
{
    /// <summary>Whether the bytes begin as a workbook does.</summary>
    public static bool Is(string file)
    {
        using var stream = File.OpenRead(file);
        var start = new byte[4];
        return WorkbookReader.Is(start.AsSpan(0, stream.ReadAtLeast(start, 4, throwOnEndOfStream: false)));
    }

    /// <param name="wanted">Matches the whole name of the sheet; null: the first sheet.</param>
    /// <returns>Null when there is no such sheet or no workbook: the problems say which.</returns>
    public static SheetTexts? Read(StagedRows staged, LandedBody body, string? wanted)
    {
        var names = new List<string>();
        bool Wanted(string name)
        {
            names.Add(name);
            return wanted is null || Regex.IsMatch(name.Normalize(), $@"\A(?:{wanted})\z", RegexOptions.CultureInvariant);
        }

        try
        {
            if (WorkbookReader.Read(() => File.OpenRead(body.File), Wanted).FirstOrDefault() is { } sheet)
            {
<<<<<<< HEAD
                return sheet;
=======
                names.Add(reader.Name);
                if (wanted is null || Regex.IsMatch(reader.Name.Composed(), $@"\A(?:{wanted})\z", RegexOptions.CultureInvariant))
                {
                    return WithErrors(SheetOf(reader), body.File);
                }
>>>>>>> fuzz
            }

            staged.Problems.Add(body, FileProblems.NoSheet(wanted!, names));
        }
        // The reader throws whatever a damaged file makes it stumble over.
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            staged.Problems.Add(body, FileProblems.NoWorkbook(error.Message));
        }

        return null;
    }
<<<<<<< HEAD
=======

    private static void CheckSize(string file)
    {
        using var stream = File.OpenRead(file);
        if (stream.ReadByte() != 'P')
        {
            return;
        }

        stream.Position = 0;
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        if (zip.Entries.Sum(entry => entry.Length) > MostBytes)
        {
            throw new InvalidDataException($"unpacked it is larger than {MostBytes >> 20} MiB");
        }
    }

    private static Sheet SheetOf(IExcelDataReader reader)
    {
        var rows = new List<string?[]>();
        var cells = 0L;
        while (reader.Read())
        {
            var row = new string?[reader.FieldCount];
            for (var column = 0; column < row.Length; column++)
            {
                row[column] = Text(reader.GetValue(column));
            }

            rows.Add(row);
            if ((cells += row.Length) > MostCells)
            {
                throw new InvalidDataException($"the sheet {reader.Name} has more than {MostCells} cells");
            }
        }

        if ((reader.MergeCells ?? []).Any(range => range.FromRow < 0 || range.FromColumn < 0 || range.ToRow < range.FromRow || range.ToColumn < range.FromColumn))
        {
            throw new InvalidDataException($"the sheet {reader.Name} has merged cells that are no range");
        }

        // Each cell can be in one merged range only, but a damaged file may say otherwise.
        if ((reader.MergeCells ?? []).Sum(range => (range.ToRow - range.FromRow + 1L) * (range.ToColumn - range.FromColumn + 1L)) > MostCells)
        {
            throw new InvalidDataException($"the sheet {reader.Name} has more than {MostCells} merged cells");
        }

        return new(reader.Name, rows, [.. (reader.MergeCells ?? []).Select(range => (range.FromRow, range.ToRow, range.FromColumn, range.ToColumn))]);
    }

    private static Sheet WithErrors(Sheet sheet, string file)
    {
        foreach (var (row, column, error) in WorkbookErrors.Of(file, sheet.Name).Where(cell => cell.Row < sheet.Rows.Count && cell.Column < sheet.Rows[cell.Row].Length))
        {
            sheet.Rows[row][column] = error;
        }

        return sheet;
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
>>>>>>> fuzz
}
