using System.Data.Common;
using System.Text;
using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Landing;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Staging;

/// <summary>Delimited text into a table of texts, by DuckDB's reader. What the reader rejects becomes problems of the file.</summary>
internal static class CsvReading
{
    private const string Table = "csv_rows";

    /// <returns>Null when the file can't be read as such a table: the problems say why.</returns>
    public static CsvTable? Read(StagedRows staged, LandedBody body, CsvOptions options) => Open(staged, body, options) is { } file ? Load(staged, body, file) : null;

    /// <summary>Looks at a file without reading its rows.</summary>
    /// <returns>Null when it is no table: the problems say why.</returns>
    public static CsvFile? Open(StagedRows staged, LandedBody body, CsvOptions options)
    {
        if (Text(staged, body, options.Encoding) is not { } text)
        {
            return null;
        }

        var delimiter = options.Delimiter ?? DelimitedLine.Delimiter(text.FirstLine!);
        if (options.Delimiter is null && delimiter != DelimitedLine.Usual)
        {
            staged.Note($"{body.Origin}: cells are divided by {(delimiter == '\t' ? "tabs" : $"'{delimiter}'")}.");
        }

        var header = DelimitedLine.Cells(text.FirstLine!, delimiter);
        var headed = !options.HeaderOptional || !header.Skip(1).Any(WrittenNumber.Is);
        return new(text, delimiter, header, headed, options.Ragged);
    }

    /// <summary>The file as text in UTF-8, with what was found out of it told.</summary>
    /// <returns>Null when it is no text: the problems say why.</returns>
    public static TextFile? Text(StagedRows staged, LandedBody body, string? encoding)
    {
        TextFile text;
        try
        {
            text = TextFileReader.Read(body.File, encoding, staged.Folder);
        }
        catch (DecoderFallbackException)
        {
            staged.Problems.Add(body, FileProblems.Encoding(encoding ?? TextFileReader.Utf16));
            return null;
        }

        if (NoTable(text) is { } problem)
        {
            staged.Problems.Add(body, problem);
            return null;
        }

        if (text.Encoding != TextFileReader.Utf8 && encoding is null)
        {
            staged.Warn($"{body.Origin}: read as {text.Encoding}.");
        }

        if (text.Composed)
        {
            staged.Warn($"{body.Origin}: letters written as letter and mark (NFD) were put together.");
        }

        return text;
    }

    /// <summary>Forgets the rows of earlier files that could not be read.</summary>
    public static void DropRejects(WorkDatabase database)
    {
        database.Execute("drop table if exists reject_errors");
        database.Execute("drop table if exists reject_scans");
    }

    private static Problem? NoTable(TextFile text)
    {
        if (text.HasNul)
        {
            return FileProblems.Unreadable("NUL");
        }

        return WebPage.IsFile(text.Utf8File) ? FileProblems.WebPage()
            : string.IsNullOrWhiteSpace(text.FirstLine) ? FileProblems.Empty()
            : null;
    }

    /// <summary>Reads the rows as texts.</summary>
    /// <returns>Null when some can't be read: the problems say why.</returns>
    public static CsvTable? Load(StagedRows staged, LandedBody body, CsvFile file)
    {
        var database = staged.Database;
        DropRejects(database);
        try
        {
            database.Execute($"create or replace table {Table} as select * from {file.Scan()}");
        }
        catch (DbException error)
        {
            staged.Problems.Add(body, FileProblems.Unreadable(error.Message.Split('\n')[0]));
            return null;
        }

        var rejects = database.Rows("select line, any_value(error_type), any_value(csv_line) from reject_errors group by line order by line");
        foreach (var reject in rejects)
        {
            staged.Problems.Add(body, FileProblems.Structure(Convert.ToInt64(reject[0], null), $"{reject[1]}", (string?)reject[2], file.Header.Count));
        }

        return rejects.Count == 0 ? new(Table, file) : null;
    }
}
