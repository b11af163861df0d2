using System.Data.Common;
using DuckDB.NET.Data;

namespace Utvardering.Warehouse.DuckDb;

/// <summary>
/// Short forms of ADO.NET's commands. Parameters are values for <c>?</c> or <c>$1</c>,
/// or pairs <c>("name", value)</c> for <c>$name</c>; null is SQL's NULL.
/// </summary>
/// <exception cref="DuckDBException">The database refused the SQL; its ErrorType tells the kind.</exception>
public static class Queries
{
    /// <summary>Runs one or more statements and returns the number of rows changed by the last.</summary>
    public static int Execute(this DuckDBConnection connection, string sql, params object?[] parameters)
    {
        using var command = Command(connection, sql, parameters);
        return command.ExecuteNonQuery();
    }

    /// <summary>All rows of the result, each as <paramref name="read"/> makes it.</summary>
    public static List<T> Query<T>(this DuckDBConnection connection, string sql, Func<DbDataReader, T> read, params object?[] parameters)
    {
        using var command = Command(connection, sql, parameters);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>The one value of a result of one row and one column.</summary>
    /// <returns>Null (for a T that has it) where the value is NULL.</returns>
    /// <exception cref="InvalidOperationException">The result has another shape, or NULL has no place in T.</exception>
    /// <exception cref="InvalidCastException">The value doesn't fit T: nothing is cut off.</exception>
    public static T? Scalar<T>(this DuckDBConnection connection, string sql, params object?[] parameters)
    {
        using var command = Command(connection, sql, parameters);
        using var reader = command.ExecuteReader();
        if (reader.FieldCount != 1 || !reader.Read())
        {
            throw new InvalidOperationException($"One value was asked for, but the result has {reader.FieldCount} columns or no row: {sql}");
        }

        T? value;
        if (!reader.IsDBNull(0))
        {
            value = reader.GetFieldValue<T>(0);
        }
        else if (default(T) is null)
        {
            value = default;
        }
        else
        {
            throw new InvalidOperationException($"The value is NULL, which {typeof(T).Name} can't hold; ask for {typeof(T).Name}?: {sql}");
        }

        return reader.Read() ? throw new InvalidOperationException($"One value was asked for, but the result has more than one row: {sql}") : value;
    }

    /// <summary>
    /// The rows one by one, as DuckDB makes them, without holding the result in memory.
    /// The connection can't be used for anything else until the last row is read or the enumeration is left.
    /// </summary>
    public static IEnumerable<T> Stream<T>(this DuckDBConnection connection, string sql, Func<DbDataReader, T> read, params object?[] parameters)
    {
        using var command = Command(connection, sql, parameters);
        command.UseStreamingMode = true;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return read(reader);
        }
    }

    // A lone null argument reaches a params array as the array itself.
    private static DuckDBCommand Command(DuckDBConnection connection, string sql, object?[]? parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters ?? [null])
        {
            command.Parameters.Add(parameter is (string name, var value) ? new DuckDBParameter(name, value!) : new DuckDBParameter(parameter!));
        }

        return command;
    }
}
