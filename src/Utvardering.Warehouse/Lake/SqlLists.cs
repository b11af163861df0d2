using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Lake;

/// <summary>Several names or values written into SQL text, with commas between.</summary>
public static class SqlLists
{
    public static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(name => SqlText.Identifier(name)));

    /// <summary>For <c>in (…)</c> and <c>values (…)</c>.</summary>
    public static string Literals(IEnumerable<string> values) => string.Join(", ", values.Select(SqlText.Literal));
}
