using System.Text.Json;

namespace Utvardering.Warehouse.DuckDb;

/// <summary>Whether SQL that comes from a user is one query that only reads, judged on DuckDB's own syntax tree.</summary>
/// <remarks>
/// The lock-down of the database is not enough: COPY could overwrite files in the folders that may be read,
/// and enable_logging with a file in a folder that may not be written ends the whole process.
/// </remarks>
internal static class UserSql
{
    // DuckDB itself refuses expressions nested deeper than 1 000; each level takes a few of the tree's.
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 10_000 };

    // A table function can act too: enable_logging writes a file, and query() hides another query in a text.
    private static readonly HashSet<string> Harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        "range", "generate_series", "unnest", "repeat", "repeat_row", "glob",
        "read_parquet", "parquet_scan", "parquet_metadata", "parquet_schema", "parquet_file_metadata", "parquet_kv_metadata",
        "read_csv", "read_csv_auto", "sniff_csv", "read_json", "read_json_auto", "read_ndjson", "read_text", "read_blob",
        "json_each", "json_tree", "summary",
        "duckdb_tables", "duckdb_columns", "duckdb_views", "duckdb_schemas", "duckdb_functions", "duckdb_types", "duckdb_keywords",
        "pragma_table_info", "pragma_show", "pragma_version",
    };

    /// <param name="sql">What the user wrote.</param>
    /// <param name="parse">Gives the tree that json_serialize_sql makes of it.</param>
    /// <exception cref="InputException">It is something else; the message says what.</exception>
    public static void RequireSelect(string sql, Func<string, string> parse)
    {
        using var tree = JsonDocument.Parse(parse(sql), Deep);
        var root = tree.RootElement;
        if (root.GetProperty("error").GetBoolean())
        {
            var message = root.GetProperty("error_message").GetString() ?? "";
            throw Refuse(message.StartsWith("Only SELECT", StringComparison.Ordinal) ? "Only queries that read (SELECT, FROM, WITH … SELECT) are allowed here." : message);
        }

        var statements = root.GetProperty("statements").GetArrayLength();
        if (statements != 1)
        {
            throw Refuse($"It holds {statements} statements; give one at a time.");
        }

        if (TableFunctions(root).FirstOrDefault(name => !Harmless.Contains(name)) is { } other)
        {
            throw Refuse($"The table function {other} is not allowed here.");
        }
    }

    private static IEnumerable<string> TableFunctions(JsonElement node)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            return node.EnumerateArray().SelectMany(TableFunctions);
        }

        if (node.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var below = node.EnumerateObject().SelectMany(property => TableFunctions(property.Value));
        return IsTableFunction(node) ? below.Prepend(node.GetProperty("function").GetProperty("function_name").GetString() ?? "") : below;
    }

    private static bool IsTableFunction(JsonElement node)
        => node.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("TABLE_FUNCTION");

    private static InputException Refuse(string reason) => new($"The query can't be run. {reason}");
}
