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
    /// <returns>Whether it is known that no key comes twice.</returns>
    public static bool Create(DuckDBConnection connection, string table, SqlModel model, string columns)
    {
        var rows = $"select {columns} from (\n{model.Sql}\n)";
        if (model.ComesInOrder)
        {
            // Sorting 60 million rows takes longer than all else. In tables of the right order each key mostly comes once, and one look tells both.
            connection.Execute($"create table {table} as {rows}");
            if (!Any(connection, Neighbours.NotRising(table, model.Key)))
            {
                return true;
            }

            if (!Any(connection, Neighbours.Falling(table, model.Key)))
            {
                return false;
            }
        }

        connection.Execute($"create or replace table {table} as {rows} order by {string.Join(", ", model.Key)}");
        return false;
    }

    private static bool Any(DuckDBConnection connection, string question) => connection.Scalar<long>($"select count(*) from ({question})") > 0;
}
