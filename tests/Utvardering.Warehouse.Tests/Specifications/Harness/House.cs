using Utvardering.Ingestion;
using Utvardering.Ingestion.Schemas;
using Utvardering.Testing;
using Utvardering.Warehouse.Build;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Models;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Warehouse.Tests.Specifications.Harness;

/// <summary>The repository's models, and the columns of every table of its warehouse, found by building it over an empty lake.</summary>
internal static class House
{
    private static readonly Lazy<ILookup<string, (string Name, string Type)>> Found = new(Build);

    public static IReadOnlyList<SqlModel> Models { get; } = SqlModel.LoadAll(Path.Combine(Repository.Root, "pipelines", "warehouse"));

    /// <summary>The tables of the lake and the registry, by full name.</summary>
    public static IEnumerable<string> Given => Found.Value.Select(table => table.Key).Where(name => Models.All(model => model.FullName != name));

    /// <summary>Names and DuckDB types of a table's columns; none where the house has no such table.</summary>
    public static IReadOnlyList<(string Name, string Type)> Columns(string table) => [.. Found.Value[table]];

    private static ILookup<string, (string, string)> Build()
    {
        using var database = Database.OpenInMemory();
        WarehouseBuilder.Prepare(database, DatasetTables.Of(new ProjectFolder(Repository.Root), []), RegistryFiles.Load(Path.Combine(Repository.Root, "pipelines")));
        foreach (var schema in new[] { "staging", "core", "marts" })
        {
            database.Execute($"create schema {schema}");
        }

        var reads = Models.ToDictionary(model => model.FullName, model => ModelDependencies.Of(model, database));
        var given = reads.Values.SelectMany(tables => tables).Where(table => !reads.ContainsKey(table)).ToHashSet();
        foreach (var model in ModelOrder.Sort(Models, reads, given))
        {
            database.Execute($"create table {model.FullName} as {model.Sql}");
        }

        return database
            .Query(
                "select table_schema || '.' || table_name, column_name, data_type from information_schema.columns order by table_schema, table_name, ordinal_position",
                row => (Table: row.GetString(0), Name: row.GetString(1), Type: row.GetString(2)))
            .ToLookup(column => column.Table, column => (column.Name, column.Type));
    }
}
