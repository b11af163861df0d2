using System.Globalization;
using Utvardering.Ingestion.Landing;

namespace Utvardering.Ingestion.Staging;

/// <summary>
/// Rows of all files of a retrieval under the same columns, as texts without surrounding blanks, in the work database. What an adapter
/// makes of them is then asked of the database once, however many files there are.
/// </summary>
internal sealed class GatheredRows
{
    /// <summary>Columns <see cref="FileColumn"/>, <see cref="RowColumn"/> and those of <see cref="Of(StagedRows, IEnumerable{string}, IEnumerable{TableInMemory})"/>.</summary>
    public const string Table = "gathered";

    /// <summary>The file's place among the bodies.</summary>
    public const string FileColumn = "file";

    /// <summary>The row's number in the file.</summary>
    public const string RowColumn = "row";

    private static readonly char[] Blanks = [' ', '\t', '\u00A0', '\u202F'];

    private readonly StagedRows staged;
    private readonly List<string> columns;

    private GatheredRows(StagedRows staged, IEnumerable<string> columns) => (this.staged, this.columns) = (staged, [.. columns]);

    /// <summary>Whether there are any.</summary>
    public bool Any => staged.Database.Count($"select count(*) from {Table}") > 0;

    /// <summary>How many rows there are of each file that has any, in the files' order.</summary>
    /// <param name="from">What follows FROM; with <see cref="FileColumn"/>.</param>
    public static IEnumerable<(LandedBody Body, long Rows)> Counts(StagedRows staged, string from) => staged.Database
        .Rows($"select {FileColumn}, count(*) from {from} group by {FileColumn} order by {FileColumn}")
        .Select(count => (staged.Bodies[Convert.ToInt32(count[0], CultureInfo.InvariantCulture)], (long)count[1]!));

    /// <summary>Of tables that are read in memory, one after the other.</summary>
    /// <param name="columns">What the adapter calls them.</param>
    public static GatheredRows Of(StagedRows staged, IEnumerable<string> columns, IEnumerable<TableInMemory> tables)
    {
        var rows = new GatheredRows(staged, columns);
        staged.Database.Execute($"create table {Table} ({FileColumn} integer, {RowColumn} bigint, {string.Join(" varchar, ", rows.columns.Select(rows.Of))} varchar)");
        staged.Database.AppendNumberedText(Table, tables.SelectMany(rows.Numbered));
        return rows;
    }

    /// <summary>Of delimited files. Those that can't be read are told, and give no row.</summary>
    /// <inheritdoc cref="Of(StagedRows, IEnumerable{string}, IEnumerable{TableInMemory})"/>
    public static GatheredRows Of(StagedRows staged, IEnumerable<string> columns, IReadOnlyList<DelimitedTable> tables)
    {
        var rows = new GatheredRows(staged, columns);
        new DelimitedTexts(staged, [.. rows.columns.Select(column => (column, rows.Of(column)))]).Read(tables);
        return rows;
    }

    /// <summary>SQL: the text of a column, null where the cell is empty.</summary>
    public string Of(string column) => string.Create(CultureInfo.InvariantCulture, $"c{columns.IndexOf(column)}");

    private IEnumerable<(int File, long Row, IReadOnlyList<string?> Cells)> Numbered(TableInMemory table)
    {
        var places = columns.Select(column => table.Titles.ToList().IndexOf(column)).ToList();
        var given = columns.Select(column => table.Given.GetValueOrDefault(column)).ToList();
        var file = staged.FileOf(table.Body);
        return table.Rows.Select(row => (file, row.Row, (IReadOnlyList<string?>)[.. places.Select((place, column) => Filled(place < 0 ? given[column] : row.Cells[place]))]));
    }

    private static string? Filled(string? text) => text?.Trim(Blanks) is { Length: > 0 } filled ? filled : null;
}
