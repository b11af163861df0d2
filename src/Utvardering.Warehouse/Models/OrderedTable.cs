using DuckDB.NET.Data;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Models;

/// <summary>A table of a model's rows, in key order, so that the same rows always lie in the same order.</summary>
internal static class OrderedTable
{
    /// <param name="connection">To the database.</param>
    /// <param name="table">schema.name of the table.</param>
    /// <param name="model">The model.</param>
    /// <param name="columns">What is taken of the model's columns.</param>
    public static void Create(DuckDBConnection connection, string table, SqlModel model, string columns)
    {
        var rows = $"select {columns} from (\n{model.Sql}\n)";
        if (!model.ComesInOrder || !LiesInOrder(connection, table, rows, model.Key))
        {
            connection.Execute($"create or replace table {table} as {rows} order by {string.Join(", ", model.Key)}");
        }
    }

    /// <summary>Makes the table as the rows come; sorting 60 million of them takes longer than all else.</summary>
    private static bool LiesInOrder(DuckDBConnection connection, string table, string rows, IReadOnlyList<string> key)
    {
        connection.Execute($"create table {table} as {rows}");
        return connection.Scalar<long>($"select count(*) from ({Neighbours.Falling(table, key)})") == 0;
    }
}
