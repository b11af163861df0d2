using System.Globalization;
using Utvardering.Testing;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Tests.Specifications;

/// <summary>
/// A model of pipelines/warehouse as a small example: tables in, table out, both drawn as text. A column is named with its type
/// (<c>count:integer</c>), an empty cell is null, cells are separated by |.
/// </summary>
internal sealed class ModelSpecification : IDisposable
{
    private readonly Database database = Database.OpenInMemory();

    public ModelSpecification()
    {
        foreach (var schema in new[] { "lake", "registry", "staging", "core", "marts" })
        {
            database.Execute($"create schema {schema}");
        }
    }

    public ModelSpecification Given(string table, string drawn)
    {
        var rows = Rows(drawn);
        var columns = rows[0].Select(cell => cell!.Split(':')).ToList();
        database.Execute($"create table {table} ({string.Join(", ", columns.Select(column => $"{column[0]} {column[1]}"))})");
        foreach (var row in rows.Skip(1))
        {
            database.Execute($"insert into {table} values ({string.Join(", ", row.Select(cell => cell is null ? "null" : SqlText.Literal(cell == "''" ? "" : cell)))})");
        }

        return this;
    }

    /// <summary>Runs the repository's model over the given tables and holds the named columns against the drawing, rows in any order.</summary>
    public void Gives(string model, string drawn)
    {
        var path = Path.Combine(Repository.Root, "pipelines", "warehouse", model.Replace('.', '/') + ".sql");
        var expected = Rows(drawn);
        var columns = string.Join(", ", expected[0]);
        database.Execute($"create table {model} as {File.ReadAllText(path)}");
        var found = database.Query($"select {columns} from {model}", row => string.Join(" | ", Enumerable.Range(0, row.FieldCount).Select(i => row.IsDBNull(i) ? "" : Text(row.GetValue(i)))));

        Assert.Equal(
            expected.Skip(1).Select(row => string.Join(" | ", row.Select(cell => cell ?? ""))).Order(StringComparer.Ordinal),
            found.Order(StringComparer.Ordinal));
    }

    public void Dispose() => database.Dispose();

    private static string Text(object value) => value switch
    {
        "" => "''",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => Math.Round(number, 6).ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static List<List<string?>> Rows(string drawn)
        => [.. drawn.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split('|').Select(cell => cell.Trim()).Select(cell => cell.Length == 0 ? null : cell).ToList())];
}
