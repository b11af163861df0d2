using System.Globalization;
using DuckDB.NET.Data;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Lake;

/// <summary>
/// A database that lives as long as one piece of work: in memory, spilling into a folder when memory runs short.
/// What is asked of it is text and counts.
/// </summary>
/// <param name="spillFolder">For what does not fit in memory.</param>
/// <param name="settings">Limits of memory and threads; DuckDB's own when null.</param>
public sealed class WorkDatabase(string spillFolder, DatabaseSettings? settings = null) : IDisposable
{
    private readonly Database database = Database.OpenInMemory((settings ?? DatabaseSettings.Default) with { TempFolder = spillFolder });

    /// <summary>One more connection, to be disposed by the caller.</summary>
    internal DuckDBConnection Connect() => database.Connect();

    public void Execute(string sql) => database.Execute(sql);

    /// <summary>Runs one statement and returns how many rows it changed or wrote.</summary>
    public long Change(string sql) => database.Execute(sql);

    /// <summary>The rows of an answer, one array a row; SQL null is null.</summary>
    public IReadOnlyList<object?[]> Rows(string sql) => database.Query(sql, reader =>
    {
        var row = new object?[reader.FieldCount];
        for (var column = 0; column < row.Length; column++)
        {
            row[column] = reader.IsDBNull(column) ? null : reader.GetValue(column);
        }

        return row;
    });

    /// <summary>The first cell of an answer as a whole number; null counts as 0.</summary>
    public long Count(string sql) => Rows(sql) is [[{ } value, ..], ..] ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : 0;

    /// <summary>The first column of an answer as text, nulls left out.</summary>
    public IReadOnlyList<string> Texts(string sql) =>
        [.. Rows(sql).Select(row => Convert.ToString(row[0], CultureInfo.InvariantCulture)).OfType<string>().Where(text => text.Length > 0)];

    /// <summary>Appends rows to a table whose columns are file, row and then texts.</summary>
    public void AppendNumberedText(string table, IEnumerable<(int File, long Row, IReadOnlyList<string?> Cells)> rows)
    {
        using var appender = new CheckedAppender(database.Connection, table);
        foreach (var (file, row, cells) in rows)
        {
            appender.Append(file).Append(row);
            foreach (var cell in cells)
            {
                appender.Append(cell);
            }

            appender.EndRow();
        }

        appender.Complete();
    }

    /// <summary>
    /// Does work that DuckDB has no part of for a second thread: with two, the one that asks for it is kept busy with waiting for the other.
    /// </summary>
    public T OnOneThread<T>(Func<T> work)
    {
        database.Execute("set threads = 1");
        try
        {
            return work();
        }
        finally
        {
            database.Execute(settings?.Threads is { } threads ? string.Create(CultureInfo.InvariantCulture, $"set threads = {threads}") : "reset threads");
        }
    }

    /// <summary>The columns of a table, to make rows of; the caller disposes.</summary>
    /// <inheritdoc cref="RowShape.Of"/>
    public RowShape Shape(string table) => RowShape.Of(database.Connection, table);

    /// <inheritdoc cref="RowFunction.Register"/>
    public void AddFunction(string name, RowShape shape, Func<RowFiller> rows) => RowFunction.Register(database.Connection, name, shape, rows);

    public void Dispose() => database.Dispose();
}
