using DuckDB.NET.Data;
using Utvardering.Warehouse.DuckDb.Appending;

namespace Utvardering.Warehouse.DuckDb;

/// <summary>
/// Appends rows to a table, value by value in the order of its columns, at nearly the speed of DuckDB's own appender.
/// A value is stored exactly or refused: what DuckDB's appender does with the wrong CLR type is to write its bytes as they are.
/// </summary>
/// <remarks>
/// All rows or none: <see cref="Complete"/> keeps them, and a dispose without it (as after a refused value) takes all back.
/// In a transaction that the caller has begun, keeping them or not is the caller's. A decimal becomes the nearest double in a
/// DOUBLE column; times are cut to whole microseconds; all else is exact. A table with generated columns is refused at its first row.
/// <code>
/// using var rows = database.Append("observation");
/// foreach (var o in observations)
/// {
///     rows.Append(o.Municipality).Append(o.Year).Append(o.Value).EndRow();
/// }
/// rows.Complete();
/// </code>
/// </remarks>
public sealed partial class CheckedAppender : IDisposable
{
    private readonly DuckDBConnection connection;
    private readonly string table;
    private readonly Column[] columns;
    private readonly DuckDBAppender appender;
    private bool ownTransaction;
    private IDuckDBAppenderRow? row;
    private int next;
    private bool refused;
    private bool completed;
    private bool disposed;

    /// <param name="connection">Used by nothing else until the appender is disposed.</param>
    /// <param name="table">The table's name, unquoted.</param>
    /// <param name="schema">Its schema; default the current one.</param>
    /// <exception cref="DuckDBException">There is no such table.</exception>
    /// <exception cref="NotSupportedException">A column's type can't be appended to.</exception>
    public CheckedAppender(DuckDBConnection connection, string table, string? schema = null)
    {
        this.connection = connection;
        this.table = schema is null ? table : $"{schema}.{table}";
        columns = TableColumns.Of(connection, table, schema);
        if (!InTransaction(connection))
        {
            connection.Execute("begin transaction");
            ownTransaction = true;
        }

        try
        {
            appender = schema is null ? connection.CreateAppender(table) : connection.CreateAppender(schema, table);
        }
        catch
        {
            Rollback();
            throw;
        }
    }

    /// <summary>Rows ended so far.</summary>
    public long Rows { get; private set; }

    public CheckedAppender AppendNull()
    {
        var column = Next();
        if (!column.Nullable)
        {
            throw Refuse(column, null, "The column is NOT NULL.");
        }

        row!.AppendNullValue();
        return this;
    }

    /// <summary>Ends the row.</summary>
    /// <exception cref="InvalidOperationException">Columns are left without a value.</exception>
    public void EndRow()
    {
        if (next < columns.Length)
        {
            refused = true;
            throw new InvalidOperationException($"Table {table}, row {Rows + 1}: {next} values were given for {columns.Length} columns; {columns[next].Name} is the first without one.");
        }

        row!.EndRow();
        row = null;
        next = 0;
        Rows++;
    }

    /// <summary>Writes what is left and keeps all rows.</summary>
    /// <exception cref="InvalidOperationException">A value was refused, or the last row was not ended: nothing is kept.</exception>
    /// <exception cref="DuckDBException">A key or check of the table is broken: nothing is kept.</exception>
    public void Complete()
    {
        EnsureUsable();
        if (row is not null)
        {
            refused = true;
            throw new InvalidOperationException($"Table {table}: row {Rows + 1} was begun but not ended.");
        }

        completed = true;
        appender.Close();
        if (ownTransaction)
        {
            ownTransaction = false; // also a commit that fails ends it
            connection.Execute("commit");
        }
    }

    public void Dispose()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        if (!completed)
        {
            // Otherwise disposing DuckDB's appender writes the rows it still holds.
            appender.Clear();
        }

        appender.Dispose();
        Rollback();
    }

    // A second BEGIN would abort the caller's transaction. Outside one, each statement has an id of its own.
    private static bool InTransaction(DuckDBConnection connection)
    {
        const string Id = "select txid_current()";
        return connection.Scalar<ulong>(Id) == connection.Scalar<ulong>(Id);
    }

    private void Rollback()
    {
        if (ownTransaction)
        {
            ownTransaction = false;
            connection.Execute("rollback");
        }
    }

    private Column Next()
    {
        EnsureUsable();
        if (next == columns.Length)
        {
            refused = true;
            throw new InvalidOperationException($"Table {table}, row {Rows + 1}: more values were given than its {columns.Length} columns.");
        }

        row ??= appender.CreateRow();
        return columns[next++];
    }

    private ValueRefusedException Refuse(Column column, object? value, string reason)
    {
        refused = true;
        return new ValueRefusedException(table, column.Name, Rows + 1, value, reason);
    }

    private void EnsureUsable()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (refused || completed)
        {
            throw new InvalidOperationException($"Table {table}: {(completed ? "the rows are already complete" : "a value was refused, so no more rows are taken")}.");
        }
    }
}
