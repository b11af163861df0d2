using System.Data.Common;
using DuckDB.NET.Data;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Tables;

/// <summary>
/// Records as Parquet files: a property is a column under its snake_case name. Written by one thread in the order given,
/// so that the same records give the same bytes. A mark (that figures are made up) goes into the file's own metadata and can't be lost on the way.
/// </summary>
public static class ParquetRecords
{
    /// <summary>For a database whose tables are exported: with one thread the same rows give the same bytes.</summary>
    public static DatabaseSettings OneThread { get; } = new() { Threads = 1 };

    /// <summary>Writes the records to a file that must not be there.</summary>
    public static void Write<T>(string path, IReadOnlyList<T> records, string? mark = null)
    {
        var columns = RecordColumn.Of(typeof(T));
        using var database = Database.OpenInMemory(OneThread);
        database.Execute($"create table record ({string.Join(", ", columns.Select(column => $"\"{column.Name}\" {column.DuckDbType}"))})");
        using (var appender = database.Append("record"))
        {
            appender.AppendAll(records.Select(record => columns.Select(column => column.Property.GetValue(record))));
        }

        Export(database, "select * from record", path, mark);
    }

    /// <summary>Writes what a SELECT gives, in its order, to a file that must not be there. The bytes repeat where the database has <see cref="OneThread"/>.</summary>
    public static void Export(Database database, string select, string path, string? mark = null) => Export(database.Connection, select, path, mark);

    internal static void Export(DuckDBConnection connection, string select, string path, string? mark)
    {
        var metadata = mark is null ? "" : $", kv_metadata {{mark: {SqlText.Literal(mark)}}}";
        connection.Execute($"copy ({select}) to {SqlText.Literal(path)} (format parquet, compression zstd{metadata})");
    }

    /// <summary>The mark that the file carries, or null.</summary>
    public static string? Mark(string path)
    {
        using var database = Database.OpenInMemory();
        return database
            .Query($"select decode(value) from parquet_kv_metadata({SqlText.Literal(path)}) where decode(key) = 'mark'", row => row.GetString(0))
            .SingleOrDefault();
    }

    /// <summary>Reads the file's rows into records; columns that the record lacks are left.</summary>
    /// <exception cref="InvalidDataException">The file lacks a column of the record.</exception>
    public static IReadOnlyList<T> Read<T>(string path)
    {
        var columns = RecordColumn.Of(typeof(T));
        using var database = Database.OpenInMemory();
        try
        {
            return database.Query(
                $"select {string.Join(", ", columns.Select(column => $"\"{column.Name}\""))} from read_parquet({SqlText.Literal(path)})",
                row => Make<T>(columns, row));
        }
        catch (DuckDBException fault)
        {
            throw new InvalidDataException($"{path} can't be read as {typeof(T).Name}: {fault.Message}", fault);
        }
    }

    private static T Make<T>(IReadOnlyList<RecordColumn> columns, DbDataReader row)
    {
        object record = Activator.CreateInstance<T>()!;
        for (var i = 0; i < columns.Count; i++)
        {
            if (!row.IsDBNull(i))
            {
                columns[i].Property.SetValue(record, Value(columns[i], row, i));
            }
        }

        return (T)record;
    }

    private static object Value(RecordColumn column, DbDataReader row, int i) => column.DuckDbType switch
    {
        "varchar" => row.GetString(i),
        "double" => row.GetDouble(i),
        "integer" => row.GetInt32(i),
        "bigint" => row.GetInt64(i),
        "boolean" => row.GetBoolean(i),
        _ => row.GetFieldValue<DateOnly>(i),
    };
}
