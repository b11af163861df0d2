using System.Globalization;
using System.Text;
using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Landing;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Staging;

/// <summary>Looks at delimited text before DuckDB's reader is given it, and finds what the reader has rejected.</summary>
internal static class CsvReading
{
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

    /// <summary>The rows that the reader has rejected since: the file as <see cref="CsvFile.Scan"/> named it, the line, the kind of fault and the line's text, in the files' order.</summary>
    public static IEnumerable<(string File, long Line, string Kind, string? Text)> Rejects(WorkDatabase database) => database
        .Rows("select file_path, line, any_value(error_type)::varchar, any_value(csv_line) from reject_errors join reject_scans using (scan_id, file_id) group by file_path, line order by file_path, line")
        .Select(reject => ((string)reject[0]!, Convert.ToInt64(reject[1], CultureInfo.InvariantCulture), (string)reject[2]!, (string?)reject[3]));

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
}
