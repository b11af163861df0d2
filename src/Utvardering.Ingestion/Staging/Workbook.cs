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
                return sheet;
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
}
