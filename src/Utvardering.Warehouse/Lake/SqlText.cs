namespace Utvardering.Warehouse.Lake;

/// <summary>Names and values written into SQL text.</summary>
public static class SqlText
{
    /// <summary>A column or table name in double quotes.</summary>
    public static string Name(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    /// <summary>A text value in single quotes; null becomes the SQL null.</summary>
    public static string Literal(string? text) =>
        text is null ? "null" : "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>Column names in double quotes, with commas between.</summary>
    public static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Name));

    /// <summary>Text values in single quotes, with commas between.</summary>
    public static string Literals(IEnumerable<string?> values) => string.Join(", ", values.Select(Literal));
}
