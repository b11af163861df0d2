using System.Text.Json;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Models;

/// <summary>DuckDB's own parse of one SELECT.</summary>
internal static class SelectTree
{
    // DuckDB itself refuses expressions nested deeper than 1 000; each level takes a few of the tree's.
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 10_000 };

    /// <param name="database">Parses; what the SELECT names need not be there.</param>
    /// <param name="sql">The text.</param>
    /// <param name="path">Where it stands, for the message.</param>
    /// <returns>The statement's node.</returns>
    /// <exception cref="InputException">The text is not one SELECT that can be parsed.</exception>
    public static JsonElement Parse(Database database, string sql, string path)
    {
        using var parsed = JsonDocument.Parse(database.Scalar<string>("select json_serialize_sql($1::varchar)", sql)!, Deep);
        var root = parsed.RootElement;
        if (root.GetProperty("error").GetBoolean())
        {
            throw new InputException($"{path}: {root.GetProperty("error_message").GetString()} Each file should hold one SELECT that DuckDB can parse.");
        }

        var statements = root.GetProperty("statements");
        return statements.GetArrayLength() == 1
            ? statements[0].GetProperty("node").Clone()
            : throw new InputException($"{path}: each file should hold one SELECT, this holds {statements.GetArrayLength()}.");
    }
}
