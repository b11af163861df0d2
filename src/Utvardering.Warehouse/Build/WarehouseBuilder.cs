using System.Globalization;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lake;
using Utvardering.Warehouse.Models;
using Utvardering.Warehouse.Registry;
using Utvardering.Warehouse.Tables;

namespace Utvardering.Warehouse.Build;

/// <summary>Builds the warehouse from nothing: the lake's vintages, the registry, and the models over them.</summary>
public static class WarehouseBuilder
{
    /// <summary>One thread a connection, since sums of doubles depend on their order; and as much memory on every machine, so that what is spilled does not differ.</summary>
    public static DatabaseSettings Settings { get; } = ParquetRecords.OneThread with { MemoryLimit = "1100MB" };

    /// <param name="database">An empty database with <see cref="Settings"/>.</param>
    /// <param name="lake">
    /// The datasets, each with its chosen vintages: <c>lake.&lt;dataset&gt;</c>. What their sources said one vintage before is in
    /// <c>lake.previous_&lt;dataset&gt;</c>.
    /// </param>
    /// <param name="registry">The registry.</param>
    /// <param name="models">The folder of models.</param>
    /// <param name="today">The day against which the models' freshness is judged; null: it is not.</param>
    /// <returns>The models' tables and how their tests went.</returns>
    /// <exception cref="InputException">A model can't be built, or one of its tests stops the build.</exception>
    public static BuiltModels Build(Database database, IReadOnlyList<LakeTable> lake, RegistryFiles registry, string models, DateOnly? today = null)
    {
        Prepare(database, lake, registry);
        return ModelRunner.Build(database, models, today);
    }

    /// <summary>The schemas <c>lake</c> and <c>registry</c>, which the models read.</summary>
    /// <param name="database">An empty database.</param>
    /// <param name="lake">The datasets, each with its chosen vintages.</param>
    /// <param name="registry">The registry.</param>
    public static void Prepare(Database database, IReadOnlyList<LakeTable> lake, RegistryFiles registry)
    {
        database.Execute("create schema lake");
        foreach (var table in lake)
        {
            database.Execute($"create view lake.{SqlText.Identifier(table.Dataset)} as {Select(table, table.Vintages)}");
            database.Execute($"create view lake.{SqlText.Identifier("previous_" + table.Dataset)} as {Select(table, [.. table.Vintages.Select(vintage => vintage.Before()).OfType<Vintage>()])}");
        }

        AddFeeds(database, lake);
        RegistryTables.Create(database, registry);
    }

    /// <remarks>The schema's columns come first, empty: a vintage from before a column was added has it all the same.</remarks>
    private static string Select(LakeTable table, IReadOnlyList<Vintage> vintages) => string.Join(" union all by name ", vintages
        .Select(vintage => $"select *, {SqlText.Literal(vintage.Source)} as source from read_parquet({SqlText.Literals(vintage.Parts)})")
        .Prepend($"select {string.Join(", ", table.Columns.Select(column => $"null::{column.Type} as {SqlText.Identifier(column.Name)}"))}, null::varchar as source where false"));

    private static void AddFeeds(Database database, IReadOnlyList<LakeTable> lake)
    {
        database.Execute("create table lake.feed (source varchar, dataset varchar, origin varchar, content varchar, vintage varchar, rows bigint, previous varchar)");
        database.Execute("create table lake.completeness (source varchar, code varchar, complete_from date)");
        foreach (var vintage in lake.SelectMany(table => table.Vintages))
        {
            var package = vintage.ReadPackage();
            database.Execute(
                "insert into lake.feed values (?, ?, ?, ?, ?, ?, ?)",
                vintage.Source, vintage.Dataset, package.Origin, vintage.Name.ContentPrefix, vintage.Name.ToString(), package.RowCount, vintage.Before()?.Name.ContentPrefix);
            foreach (var (code, from) in package.Complete ?? new Dictionary<string, DateOnly>())
            {
                database.Execute("insert into lake.completeness values (?, ?, cast(? as date))", vintage.Source, code, from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }
        }
    }
}
