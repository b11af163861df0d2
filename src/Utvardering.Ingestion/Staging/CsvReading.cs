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
        TextFile text;
        try
        {
            text = TextFileReader.Read(body.File, options.Encoding, staged.Folder);
        }
        catch (DecoderFallbackException)
        {
            staged.Problems.Add(body, FileProblems.Encoding(options.Encoding!));
            return null;
        }

        if (string.IsNullOrWhiteSpace(text.FirstLine))
        {
            staged.Problems.Add(body, FileProblems.Empty());
            return null;
        }

        if (text.Encoding != TextFileReader.Utf8 && options.Encoding is null)
        {
            staged.Warn($"{body.Origin}: read as {text.Encoding}.");
        }

        var header = Cells(text.FirstLine, options.Delimiter);
        return Load(staged, body, options, text, header) ? new(Table, header, text) : null;
    }

    private static bool Load(StagedRows staged, LandedBody body, CsvOptions options, TextFile text, List<string> header)
    {
        var width = header.Count + (options.Ragged ? 1 : 0);
        var columns = string.Join(", ", Enumerable.Range(0, width).Select(index => $"'c{index}': 'VARCHAR'"));
        var ragged = options.Ragged ? ", null_padding = true, parallel = false" : "";
        var database = staged.Database;
        database.Execute("drop table if exists reject_errors");
        database.Execute("drop table if exists reject_scans");
        try
        {
            database.Execute(
                $"create or replace table {Table} as select * from read_csv({SqlText.Literal(text.Utf8File)}, auto_detect = false, header = false, skip = 1, " +
                $"delim = {SqlText.Literal(options.Delimiter.ToString())}, quote = '\"', escape = '\"', columns = {{{columns}}}, store_rejects = true{ragged})");
        }
        catch (DbException error)
        {
            staged.Problems.Add(body, FileProblems.Unreadable(error.Message.Split('\n')[0]));
            return false;
        }

        var rejects = database.Rows("select line, any_value(error_type), any_value(csv_line) from reject_errors group by line order by line");
        foreach (var reject in rejects)
        {
            staged.Problems.Add(body, FileProblems.Structure(Convert.ToInt64(reject[0], null), $"{reject[1]}", (string?)reject[2], header.Count));
        }

        return rejects.Count == 0;
    }

    private static List<string> Cells(string line, char delimiter)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var sign in line)
        {
            if (sign == '"')
            {
                quoted = !quoted;
            }
            else if (sign == delimiter && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(sign);
            }
        }

        cells.Add(cell.ToString().Trim());
        return cells;
    }
}
