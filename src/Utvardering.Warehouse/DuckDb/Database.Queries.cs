using System.Data.Common;

namespace Utvardering.Warehouse.DuckDb;

public sealed partial class Database
{
    /// <inheritdoc cref="Queries.Execute"/>
    public int Execute(string sql, params object?[] parameters) => Connection.Execute(Admit(sql), parameters);

    /// <inheritdoc cref="Queries.Query{T}"/>
    public IReadOnlyList<T> Query<T>(string sql, Func<DbDataReader, T> read, params object?[] parameters)
        => Connection.Query(Admit(sql), read, parameters);

    /// <inheritdoc cref="Queries.Scalar{T}"/>
    public T? Scalar<T>(string sql, params object?[] parameters) => Connection.Scalar<T>(Admit(sql), parameters);

    /// <summary>
    /// The rows one by one, without holding the result in memory, over a connection of its own: this database can be used
    /// for other things meanwhile, but the stream does not see its temporary tables or what it has not committed.
    /// </summary>
    public IEnumerable<T> Stream<T>(string sql, Func<DbDataReader, T> read, params object?[] parameters)
    {
        using var connection = Connect();
        foreach (var row in connection.Stream(Admit(sql), read, parameters))
        {
            yield return row;
        }
    }

    /// <summary>Begins to append rows to a table; see <see cref="CheckedAppender"/>.</summary>
    /// <inheritdoc cref="CheckedAppender(DuckDB.NET.Data.DuckDBConnection, string, string?)"/>
    public CheckedAppender Append(string table, string? schema = null) => new(Connection, table, schema);

    private string Admit(string sql)
    {
        if (isForUserSql)
        {
            UserSql.RequireSelect(sql, text => Connection.Scalar<string>("select json_serialize_sql(?::varchar)::varchar", text)!);
        }

        return sql;
    }
}
