namespace Utvardering.Warehouse.DuckDb;

/// <summary>Quoting for the places where SQL takes no parameter: names, and the file paths of COPY, ATTACH and SET.</summary>
public static class SqlText
{
    /// <summary>A name: <c>my "table"</c> becomes <c>"my ""table"""</c>.</summary>
    public static string Identifier(string name) => Quote(name, '"');

    /// <summary>A name in a schema.</summary>
    public static string Identifier(string schema, string name) => $"{Identifier(schema)}.{Identifier(name)}";

    /// <summary>A string: <c>Rock 'n' roll</c> becomes <c>'Rock ''n'' roll'</c>. DuckDB gives backslashes no meaning here.</summary>
    public static string Literal(string text) => Quote(text, '\'');

    /// <summary>A list of strings: <c>['a', 'b']</c>.</summary>
    public static string Literals(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Literal))}]";

    private static string Quote(string text, char mark)
    {
        if (text.Contains('\0'))
        {
            throw new ArgumentException("SQL text can't hold a NUL character.", nameof(text));
        }

        return mark + text.Replace(mark.ToString(), new string(mark, 2), StringComparison.Ordinal) + mark;
    }
}
