using System.Data.Common;
using System.Text;
using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Landing;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Ingestion.Staging;

/// <summary>Delimited text into a table of texts, by DuckDB's reader. What the reader rejects becomes problems of the file.</summary>
internal static class CsvReading
{
    private const string Table = "csv_rows";

    /// <returns>Null when the file can't be read as such a table: the problems say why.</returns>
    public static CsvTable? Read(StagedRows staged, LandedBody body, CsvOptions options)
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
        return Load(staged, body, options, text, (delimiter, header.Count, headed)) ? new(Table, header, text, headed) : null;
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

    private static bool Load(StagedRows staged, LandedBody body, CsvOptions options, TextFile text, (char Delimiter, int Columns, bool Headed) form)
    {
        var width = form.Columns + (options.Ragged ? 1 : 0);
        var columns = string.Join(", ", Enumerable.Range(0, width).Select(index => $"'c{index}': 'VARCHAR'"));
        var ragged = options.Ragged ? ", null_padding = true, parallel = false" : "";
        var database = staged.Database;
        database.Execute("drop table if exists reject_errors");
        database.Execute("drop table if exists reject_scans");
        try
        {
            database.Execute(
                $"create or replace table {Table} as select * from read_csv({SqlText.Literal(text.Utf8File)}, auto_detect = false, header = false, skip = {(form.Headed ? 1 : 0)}, " +
                $"delim = {SqlText.Literal(form.Delimiter.ToString())}, quote = '\"', escape = '\"', columns = {{{columns}}}, store_rejects = true{ragged})");
        }
        catch (DbException error)
        {
            staged.Problems.Add(body, FileProblems.Unreadable(error.Message.Split('\n')[0]));
            return false;
        }

        var rejects = database.Rows("select line, any_value(error_type), any_value(csv_line) from reject_errors group by line order by line");
        foreach (var reject in rejects)
        {
            staged.Problems.Add(body, FileProblems.Structure(Convert.ToInt64(reject[0], null), $"{reject[1]}", (string?)reject[2], form.Columns));
        }

        return rejects.Count == 0;
    }
}
