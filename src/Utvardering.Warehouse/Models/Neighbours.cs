namespace Utvardering.Warehouse.Models;

/// <summary>Questions about rows and those right before them, as they lie in the table: one pass, whatever its size.</summary>
internal static class Neighbours
{
    /// <summary>Rows whose key comes before that of the row before them.</summary>
    public static string Falling(string table, IReadOnlyList<string> key) => Question(table, key, "false");

    /// <summary>Rows whose key does not come after that of the row before them. Where there is none, no key comes twice.</summary>
    public static string NotRising(string table, IReadOnlyList<string> key) => Question(table, key, "true");

    // The first row has none before it.
    private static string Question(string table, IReadOnlyList<string> key, string whereEqual)
    {
        var falls = key.Reverse().Aggregate(whereEqual, (rest, column) => $"({column} < before_{column} or ({column} is not distinct from before_{column} and {rest}))");
        return $"select 1 from (select {string.Join(", ", key.Select(column => $"{column}, lag({column}) over () as before_{column}"))}, lag(1) over () as before_row from {table}) where before_row is not null and coalesce({falls}, true)";
    }
}
