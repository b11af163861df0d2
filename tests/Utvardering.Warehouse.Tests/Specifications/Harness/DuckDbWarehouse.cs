using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Models;
using Utvardering.Warehouse.Tables;

namespace Utvardering.Warehouse.Tests.Specifications.Harness;

/// <summary>The first engine: DuckDB and the SQL of pipelines/warehouse, only the models that are needed and were not given.</summary>
internal sealed class DuckDbWarehouse : IDisposable
{
    private readonly Database database = Database.OpenInMemory(ParquetRecords.OneThread);
    private readonly IReadOnlyDictionary<string, GivenTable> given;
    private IReadOnlyList<SqlModel>? order;

    public DuckDbWarehouse(IReadOnlyDictionary<string, GivenTable> given)
    {
        this.given = given;
        foreach (var schema in new[] { "lake", "registry", "staging", "core", "marts" })
        {
            database.Execute($"create schema {schema}");
        }

        foreach (var table in House.Given.Except(given.Keys).Select(GivenTable.Empty).Concat(given.Values))
        {
            Create(table);
        }
    }

    /// <summary>The rows of a model, every cell as it is drawn.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string model)
    {
        Make([model]);
        return Read(model);
    }

    /// <summary>Every model of the house with its rows.</summary>
    public IEnumerable<(string Name, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows)> All()
    {
        Make(House.Models.Select(model => model.FullName));
        return House.Models.Select(model => (model.FullName, Read(model.FullName)));
    }

    /// <summary>Puts another table in the place of a given one.</summary>
    public void Put(GivenTable table)
    {
        database.Execute($"drop table {table.Name}");
        Create(table);
    }

    /// <summary>Makes every model anew and gives a digest of the values of each column, whatever the order of the rows.</summary>
    public IReadOnlyDictionary<(string Model, string Column), string> Digests()
    {
        order ??= Needed(House.Models.Select(model => model.FullName));
        var digests = new Dictionary<(string, string), string>();
        foreach (var model in order)
        {
            database.Execute($"create or replace table {model.FullName} as {model.Sql}");
            var columns = House.Columns(model.FullName).Select(column => column.Name).ToList();
            var sums = database.Query(
                $"select {string.Join(", ", columns.Select(column => $"sum(hash({SqlText.Identifier(column)})::hugeint)::varchar"))} from {model.FullName}",
                row => columns.Select((_, i) => row.IsDBNull(i) ? "" : row.GetString(i)).ToList())[0];
            columns.Zip(sums).ToList().ForEach(column => digests[(model.FullName, column.First)] = column.Second);
        }

        return digests;
    }

    public void Dispose() => database.Dispose();

    private void Make(IEnumerable<string> models)
    {
        foreach (var needed in Needed(models))
        {
            database.Execute($"create table {needed.FullName} as {needed.Sql}");
        }
    }

    private IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string model)
        => database.Query($"from {model}", row => Enumerable.Range(0, row.FieldCount).ToDictionary(row.GetName, i => Cell.Draw(row.GetValue(i))));

    private IReadOnlyList<SqlModel> Needed(IEnumerable<string> targets)
    {
        var reads = House.Models.ToDictionary(model => model.FullName, model => ModelDependencies.Of(model, database));
        var needed = new HashSet<string>();
        void Need(string table)
        {
            if (!given.ContainsKey(table) && reads.TryGetValue(table, out var read) && needed.Add(table))
            {
                read.ToList().ForEach(Need);
            }
        }

        targets.ToList().ForEach(Need);
        return ModelOrder.Sort([.. House.Models.Where(model => needed.Contains(model.FullName))], reads, House.Given.Concat(given.Keys).ToHashSet());
    }

    private void Create(GivenTable table)
    {
        database.Execute($"create table {table.Name} ({string.Join(", ", table.Columns.Select(column => $"{SqlText.Identifier(column.Name)} {column.Type}"))})");
        if (table.Drawn.Rows.Count > 0)
        {
            var rows = table.Drawn.Rows.Select(row => $"({string.Join(", ", row.Select(cell => cell is null ? "null" : SqlText.Literal(cell)))})");
            database.Execute($"insert into {table.Name} ({string.Join(", ", table.Drawn.Columns.Select(SqlText.Identifier))}) values {string.Join(", ", rows)}");
        }
    }
}
