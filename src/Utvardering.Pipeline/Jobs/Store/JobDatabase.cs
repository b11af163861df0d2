using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Utvardering.Pipeline.Jobs.Store;

/// <summary>The database of jobs: SQLite in the data root on one machine, PostgreSQL for several. The same SQL runs on both.</summary>
/// <remarks>Times are stored as milliseconds since 1970, UTC.</remarks>
public sealed class JobDatabase : IAsyncDisposable
{
    /// <summary>The file of the SQLite store in a data root.</summary>
    public const string FileName = "jobs.db";

    private readonly DbDataSource source;

    private JobDatabase(DbDataSource source, string connectionString, bool isShared)
    {
        this.source = source;
        ConnectionString = connectionString;
        IsShared = isShared;
    }

    /// <summary>For the scheduler, which keeps its own tables beside ours.</summary>
    public string ConnectionString { get; }

    /// <summary>Whether several nodes use it (PostgreSQL).</summary>
    public bool IsShared { get; }

    /// <summary>The database's own clock, which all nodes share, in SQL: milliseconds since 1970.</summary>
    public string Now => IsShared ? "cast(extract(epoch from clock_timestamp()) * 1000 as bigint)" : "cast(unixepoch('subsec') * 1000 as integer)";

    /// <summary>The store of one machine: a file in the data root.</summary>
    public static JobDatabase Sqlite(string dataRoot)
    {
        Directory.CreateDirectory(dataRoot);
        var text = new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataRoot, FileName), DefaultTimeout = 30 }.ToString();
        return new(SqliteFactory.Instance.CreateDataSource(text), text, isShared: false);
    }

    /// <summary>The store of several machines.</summary>
    public static JobDatabase Postgres(string connectionString) =>
        new(NpgsqlDataSource.Create(connectionString), connectionString, isShared: true);

    /// <summary>Makes the tables that are not there.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        if (!IsShared)
        {
            // Readers do not wait for a writer then, and what was committed is on the disk.
            await connection.ExecuteAsync("pragma journal_mode = wal", [], cancellationToken);
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (IsShared)
        {
            // Two nodes that start at once would both make the same table.
            await connection.ExecuteAsync("select pg_advisory_xact_lock(20240701)", [], cancellationToken);
        }

        foreach (var statement in JobSchema.Statements)
        {
            await connection.ExecuteAsync(statement, [], cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Rows of a question.</summary>
    public async Task<List<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> map, (string Name, object? Value)[] values, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryAsync(sql, map, values, cancellationToken);
    }

    /// <summary>How many rows a statement changed.</summary>
    public async Task<int> ExecuteAsync(string sql, (string Name, object? Value)[] values, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteAsync(sql, values, cancellationToken);
    }

    /// <summary>Does several things, or none of them.</summary>
    public async Task<T> TransactAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        // Of SQLite this takes the right to write at once; of PostgreSQL the row of the lease is what others wait for.
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var result = await work(connection);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        if (!IsShared)
        {
            using var pool = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(pool);
        }
    }
}
