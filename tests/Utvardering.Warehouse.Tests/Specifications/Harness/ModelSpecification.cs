namespace Utvardering.Warehouse.Tests.Specifications.Harness;

/// <summary>
/// Models of pipelines/warehouse as a small example: tables in, a table out, all drawn as text. A folder is a chapter, a file a
/// section, a test a paragraph. What is drawn must come out of both engines: DuckDB with the SQL itself, and the naive version.
/// </summary>
/// <remarks>
/// Any table may be given: of the lake, of the registry, or a model, which is then not built. Columns that are not drawn are null,
/// tables that are not given have no rows.
/// </remarks>
internal sealed class ModelSpecification
{
    private readonly Dictionary<string, GivenTable> given = new(StringComparer.Ordinal);

    public ModelSpecification Given(string table, string drawn)
    {
        given.Add(table, GivenTable.Of(table, drawn));
        return this;
    }

    /// <summary>Makes the model with both engines and holds the drawn columns against the drawing, and all columns against each other; rows in any order.</summary>
    public void Gives(string model, string drawn)
    {
        var expected = Drawing.Of(drawn);
        using var database = new DuckDbWarehouse(given);
        var bySql = database.Rows(model);
        var naively = new NaiveWarehouse(given).Rows(model);

        Assert.Equal(Lines(expected), Lines(bySql, expected.Columns));
        Assert.Equal(Lines(expected), Lines(naively, expected.Columns));
        var all = House.Columns(model).Select(column => column.Name).ToList();
        Assert.Equal(Lines(bySql, all), Lines(naively, all));
    }

    private static IEnumerable<string> Lines(Drawing drawn)
        => drawn.Rows.Select(row => string.Join(" | ", row.Select(cell => cell switch { null => "", "" => "''", _ => cell }))).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Lines(IEnumerable<IReadOnlyDictionary<string, string>> rows, IReadOnlyList<string> columns)
        => rows.Select(row => string.Join(" | ", columns.Select(column => row.GetValueOrDefault(column) ?? throw new ArgumentException($"There is no column {column}; there are {string.Join(", ", row.Keys)}.")))).Order(StringComparer.Ordinal);
}
