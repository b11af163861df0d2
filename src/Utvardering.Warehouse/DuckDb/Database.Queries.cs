using System.Data.Common;

namespace Utvardering.Warehouse.DuckDb;

public sealed partial class Database
{
    /// <inheritdoc cref="Queries.Execute"/>
    public int Execute(string sql, params object?[] parameters) => Connection.Execute(sql, parameters);

    /// <inheritdoc cref="Queries.Query{T}"/>
    public IReadOnlyList<T> Query<T>(string sql, Func<DbDataReader, T> read, params object?[] parameters)
        => Connection.Query(sql, read, parameters);

    /// <inheritdoc cref="Queries.Scalar{T}"/>
    public T? Scalar<T>(string sql, params object?[] parameters) => Connection.Scalar<T>(sql, parameters);

    /// <summary>
    /// The rows one by one, without holding the result in memory, over a connection of its own: this database can be used
    /// for other things meanwhile, but the stream does not see its temporary tables or what it has not committed.
    /// </summary>
    public IEnumerable<T> Stream<T>(string sql, Func<DbDataReader, T> read, params object?[] parameters)
    {
        using var connection = Connect();
        foreach (var row in connection.Stream(sql, read, parameters))
        {
            yield return row;
        }
    }

    /// <summary>
    /// Makes sure that <paramref name="sql"/> is one query that only reads. The lock-down keeps a user's SQL to the given folders,
    /// but inside these COPY could overwrite files, so call this before running it.
    /// </summary>
    /// <exception cref="InputException">It can't be parsed, is not one statement, or does anything but select.</exception>
    public void RequireSelect(string sql)
    {
        var (failed, message, statements) = Query(
            "select json_extract_string(tree, '$.error') = 'true', json_extract_string(tree, '$.error_message'), json_array_length(tree, '$.statements') from (select json_serialize_sql(?) as tree)",
            row => (row.GetBoolean(0), row.IsDBNull(1) ? "" : row.GetString(1), row.IsDBNull(2) ? 0UL : row.GetFieldValue<ulong>(2)),
            sql)[0];

        if (failed)
        {
            var reason = message.StartsWith("Only SELECT", StringComparison.Ordinal) ? "Only queries that read (SELECT, FROM, WITH … SELECT) are allowed here." : message;
            throw new InputException($"The query can't be run. {reason}");
        }

        if (statements != 1)
        {
            throw new InputException($"The query can't be run: it holds {statements} statements. Give one at a time.");
        }
    }
}
