using System.Data;
using DuckDB.NET.Data;

namespace DuckDB.NET.Bindings.Tests;

/// <summary>A database in memory for one test, spoken to through DuckDB.NET's public API only.</summary>
internal sealed class InMemory : IDisposable
{
    public InMemory()
    {
        Connection = new DuckDBConnection("DataSource=:memory:;autoinstall_known_extensions=false;autoload_known_extensions=false");
        Connection.Open();
        Execute("set TimeZone = 'UTC'");
    }

    public DuckDBConnection Connection { get; }

    public void Execute(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The first value of the first row.</summary>
    public T Read<T>(string sql, params object?[] parameters)
        => Read(sql, reader => reader.GetFieldValue<T>(0), parameters);

    public T Read<T>(string sql, Func<DuckDBDataReader, T> read, params object?[] parameters)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter as DuckDBParameter ?? new DuckDBParameter(parameter!));
        }

        using var reader = command.ExecuteReader();
        return reader.Read() ? read(reader) : throw new DataException("No row.");
    }

    /// <summary>What DuckDB itself writes for a parameter it was given.</summary>
    public string Echo(object value) => Read<string>("select ?::varchar", value);

    public void Dispose() => Connection.Dispose();
}
