using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Models;

namespace Utvardering.Warehouse.Lineage;

/// <summary>Where every column of every model comes from: columns of other models, of the lake, of the registry.</summary>
public sealed class LineageMap
{
    private readonly Database database;
    private readonly HashSet<string> aggregates;
    private readonly Dictionary<string, IReadOnlyList<string>> given;
    private readonly Dictionary<string, ModelLineage> models = new(StringComparer.Ordinal);

    private LineageMap(Database database)
    {
        this.database = database;
        aggregates = [.. database.Query("select distinct function_name from duckdb_functions() where function_type = 'aggregate'", row => row.GetString(0))];
        given = database
            .Query(
                "select table_schema || '.' || table_name, column_name from information_schema.columns order by table_schema, table_name, ordinal_position",
                row => (Table: row.GetString(0), Column: row.GetString(1)))
            .GroupBy(column => column.Table)
            .ToDictionary(table => table.Key, IReadOnlyList<string> (table) => [.. table.Select(column => column.Column)], StringComparer.Ordinal);
    }

    /// <param name="models">The models.</param>
    /// <param name="database">Holds the tables of the lake and the registry, filled or not; must outlive the map.</param>
    /// <exception cref="InputException">A model can't be parsed, names what is not there, or does what is not followed (PIVOT, recursion).</exception>
    public static LineageMap Of(IReadOnlyList<SqlModel> models, Database database)
    {
        var map = new LineageMap(database);
        var reads = models.ToDictionary(model => model.FullName, model => ModelDependencies.Of(model, database), StringComparer.Ordinal);
        foreach (var model in ModelOrder.Sort(models, reads, map.given.Keys.ToHashSet(StringComparer.Ordinal)))
        {
            map.models[model.FullName] = map.Read(model.FullName, model.Sql, model.Path);
        }

        return map;
    }

    /// <summary>The models, each after all that it reads.</summary>
    public IReadOnlyCollection<ModelLineage> Models => models.Values;

    /// <summary>The lineage of a SELECT over the models' tables.</summary>
    /// <exception cref="InputException">As <see cref="Of"/>.</exception>
    public ModelLineage OfQuery(string name, string sql) => Read(name, sql, name);

    /// <summary>What a column is made of, one step back; none where its table is the lake's or the registry's, or has no such column.</summary>
    public IReadOnlyList<TableColumn> Behind(TableColumn column)
        => models.GetValueOrDefault(column.Table)?.Columns.FirstOrDefault(candidate => candidate.Column == column.Column)?.From ?? [];

    /// <summary>Whether the table is a model's.</summary>
    public bool IsModel(string table) => models.ContainsKey(table);

    private ModelLineage Read(string name, string sql, string path)
    {
        var read = new SelectReader(Columns, aggregates, path).Read(SelectTree.Parse(database, sql, path));
        return new(name, [.. read.Columns.Select(column => new ColumnLineage(column.Name, Ordered(column.From)))], Ordered(read.Rows));
    }

    private static IReadOnlyList<TableColumn> Ordered(IEnumerable<TableColumn> columns) => [.. columns.OrderBy(column => column.ToString(), StringComparer.Ordinal)];

    private IReadOnlyList<string>? Columns(string table)
        => models.TryGetValue(table, out var model) ? [.. model.Columns.Select(column => column.Column)] : given.GetValueOrDefault(table);
}
