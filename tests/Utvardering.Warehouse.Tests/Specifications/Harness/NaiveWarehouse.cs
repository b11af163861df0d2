using Utvardering.Warehouse.Tests.Specifications.Naive;

namespace Utvardering.Warehouse.Tests.Specifications.Harness;

/// <summary>
/// The second engine: each model written anew in plain C# over rows in memory (folder Naive), slow and obvious, without a glance
/// at how the SQL does it. A table that was not given is made, or has no rows where it is the lake's or the registry's.
/// </summary>
internal sealed class NaiveWarehouse(IReadOnlyDictionary<string, GivenTable> given)
{
    private readonly Dictionary<string, IReadOnlyList<Row>> made = new(StringComparer.Ordinal);

    public IReadOnlyList<Row> this[string table]
    {
        get
        {
            if (!made.TryGetValue(table, out var rows))
            {
                made[table] = rows = given.TryGetValue(table, out var drawn) ? drawn.Rows() : NaiveModels.All.TryGetValue(table, out var model) ? [.. model(this)] : Lacking(table);
            }

            return rows;
        }
    }

    /// <summary>The rows of a model, every cell as it is drawn.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string model)
        => [.. this[model].Select(row => row.Columns.ToDictionary(column => column, column => Cell.Draw(row[column])))];

    private static IReadOnlyList<Row> Lacking(string table) => House.Given.Contains(table)
        ? []
        : throw new ArgumentException($"{table} has no naive version. Write it in Specifications/Naive and name it in NaiveModels.");
}
