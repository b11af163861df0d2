using System.Text.Json;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Models;

/// <summary>What a SELECT reads, found in DuckDB's own parse of it.</summary>
public static class ModelDependencies
{
    /// <summary>The tables (schema.name) that the model's SELECT names, without its own common table expressions.</summary>
    /// <exception cref="InputException">The file is not one SELECT, or names a table without its schema.</exception>
    public static IReadOnlySet<string> Of(SqlModel model, Database database)
    {
        var tables = new SortedSet<string>(StringComparer.Ordinal);
        var expressions = new HashSet<string>(StringComparer.Ordinal);
        Walk(SelectTree.Parse(database, model.Sql, model.Path), tables, expressions);
        var bare = tables.FirstOrDefault(table => !table.Contains('.', StringComparison.Ordinal) && !expressions.Contains(table));
        if (bare is not null)
        {
            throw new InputException($"{model.Path}: the table '{bare}' is named without a schema. Write lake.{bare}, registry.{bare}, staging.{bare}, core.{bare} or marts.{bare}.");
        }

        tables.RemoveWhere(table => !table.Contains('.', StringComparison.Ordinal));
        return tables;
    }

    private static void Walk(JsonElement element, SortedSet<string> tables, HashSet<string> expressions)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Walk(item, tables, expressions);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("BASE_TABLE"))
            {
                var schema = element.GetProperty("schema_name").GetString();
                var table = element.GetProperty("table_name").GetString()!;
                tables.Add(string.IsNullOrEmpty(schema) ? table : $"{schema}.{table}");
            }

            if (element.TryGetProperty("cte_map", out var map))
            {
                foreach (var entry in map.GetProperty("map").EnumerateArray())
                {
                    expressions.Add(entry.GetProperty("key").GetString()!);
                }
            }

            foreach (var property in element.EnumerateObject())
            {
                Walk(property.Value, tables, expressions);
            }
        }
    }
}
