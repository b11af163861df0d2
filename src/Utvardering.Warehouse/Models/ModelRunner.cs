using DuckDB.NET.Data;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Models;

/// <summary>Builds the models as tables, each tested before the next reads it.</summary>
public static class ModelRunner
{
    /// <summary>Builds every model of the folder in the database, which holds the lake's and the registry's tables.</summary>
    /// <returns>The tables built, in order, with their row counts.</returns>
    /// <exception cref="InputException">A model can't be parsed or run, or its key does not hold.</exception>
    public static IReadOnlyList<ModelTable> Build(Database database, string folder)
    {
        var models = SqlModel.LoadAll(folder);
        var reads = models.ToDictionary(model => model.FullName, model => ModelDependencies.Of(model, database), StringComparer.Ordinal);
        var given = database
            .Query("select table_schema || '.' || table_name from information_schema.tables", row => row.GetString(0))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var schema in models.Select(model => model.Schema).Distinct(StringComparer.Ordinal))
        {
            database.Execute($"create schema if not exists {schema}");
        }

        return [.. ModelOrder.Sort(models, reads, given).Select(model => Build(database, model))];
    }

    private static ModelTable Build(Database database, SqlModel model)
    {
        var key = string.Join(", ", model.Key);
        try
        {
            // In key order, so that the same rows always lie in the same order.
            database.Execute($"create table {model.FullName} as select * from (\n{model.Sql}\n) order by {key}");
        }
        catch (DuckDBException fault)
        {
            throw new InputException($"{model.Path}: {fault.Message}", fault);
        }

        var twice = database.Query(
            $"select concat_ws(', ', {key}), count(*) from {model.FullName} group by {key} having count(*) > 1 order by 1 limit 1",
            row => $"({row.GetString(0)}) stands {row.GetInt64(1)} times");
        if (twice.Count > 0)
        {
            throw new InputException($"{model.Path}: the key {key} does not hold: {twice[0]}. Nothing that reads {model.FullName} was built.");
        }

        return new ModelTable(model.FullName, database.Scalar<long>($"select count(*) from {model.FullName}"));
    }
}
