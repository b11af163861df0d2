using System.Data.Common;
using System.Globalization;
using Utvardering.Ingestion.Checks;

namespace Utvardering.Ingestion.Staging;

/// <summary>
/// Delimited files read one after the other into one table by DuckDB's reader, in one statement each: to begin is ten times the work of
/// reading a small file. Rows are numbered by their place in the table, so those that are not to be taken lie there too.
/// </summary>
/// <param name="columns">Columns with their names in the table.</param>
internal sealed class DelimitedTexts(StagedRows staged, IReadOnlyList<(string Column, string Name)> columns)
{
    private const string Table = "delimited_texts";
    private const string Files = "delimited_files";

    private string Names => string.Join(", ", columns.Select(column => column.Name));

    /// <summary>Makes <see cref="GatheredRows.Table"/> of the files that can be read; of the others the problems are told.</summary>
    public void Read(IReadOnlyList<DelimitedTable> tables)
    {
        var database = staged.Database;
        CsvReading.DropRejects(database);
        database.Execute(
            $"create table {Table} ({GatheredRows.FileColumn} integer, taken boolean, {string.Join(" varchar, ", columns.Select(column => column.Name))} varchar); " +
            $"create table {Files} ({GatheredRows.FileColumn} integer, header integer, blank bigint[])");
        var read = tables.Where(table => IsRead(table)).ToDictionary(table => table.File.Text.Utf8File, StringComparer.Ordinal);
        TakeOutRejected(read);
        if (read.Count > 0)
        {
            database.Execute($"insert into {Files} values {string.Join(", ", read.Values.Select(Described))}");
        }

        database.Execute(
            $"""
            create view {GatheredRows.Table} as
            select {GatheredRows.FileColumn}, {CsvTable.LineOf("line", "blank")} as {GatheredRows.RowColumn}, {Names}
            from (
                select {GatheredRows.FileColumn}, {Table}.rowid - first + header + 1 as line, blank, {Names}
                from {Table} join (select {GatheredRows.FileColumn}, min(rowid) as first from {Table} group by 1) using ({GatheredRows.FileColumn}) join {Files} using ({GatheredRows.FileColumn})
                where taken
            )
            """);
    }

    private bool IsRead(DelimitedTable table)
    {
        var texts = columns.Select(column => table.Cells.GetValueOrDefault(column.Column, "null"));
        try
        {
            staged.Database.Execute($"insert into {Table} select {staged.FileOf(table.Body)}, {table.Where}, {string.Join(", ", texts)} from {table.File.Scan()}");
            return true;
        }
        catch (DbException error)
        {
            staged.Problems.Add(table.Body, FileProblems.Unreadable(error.Message.Split('\n')[0]));
            return false;
        }
    }

    private void TakeOutRejected(Dictionary<string, DelimitedTable> read)
    {
        var rejects = read.Count == 0 ? [] : CsvReading.Rejects(staged.Database).Where(reject => read.ContainsKey(reject.File)).ToList();
        foreach (var reject in rejects)
        {
            var table = read[reject.File];
            staged.Problems.Add(table.Body, FileProblems.Structure(reject.Line, reject.Kind, reject.Text, table.File.Header.Count));
        }

        rejects.ForEach(reject => read.Remove(reject.File));
    }

    private string Described(DelimitedTable table) =>
        string.Create(CultureInfo.InvariantCulture, $"({staged.FileOf(table.Body)}, {(table.File.Headed ? 1 : 0)}, {CsvTable.BlankLines(table.File) ?? "null"})");
}
