using DuckDB.NET.Data;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Models;

/// <summary>Builds the models as tables, each tested before the next reads it.</summary>
public static class ModelRunner
{
    /// <summary>
    /// Builds every model of the folder in the database, which holds the lake's and the registry's tables, and last <c>marts.model_test</c>
    /// with how each test went. Where a test that stops does not hold, what reads the model is left out and the rest is built, to tell all at once.
    /// </summary>
    /// <param name="database">Holds the schemas <c>lake</c> and <c>registry</c>.</param>
    /// <param name="folder">The folder of models.</param>
    /// <param name="today">The day against which freshness is judged; null: it is not.</param>
    /// <exception cref="InputException">A model can't be parsed or run, or a test that stops does not hold.</exception>
    public static BuiltModels Build(Database database, string folder, DateOnly? today = null)
    {
        var models = SqlModel.LoadAll(folder);
        var reads = models.ToDictionary(model => model.FullName, IReadOnlySet<string> (model) => Reads(model, database), StringComparer.Ordinal);
        var given = database
            .Query("select table_schema || '.' || table_name from information_schema.tables", row => row.GetString(0))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var schema in models.Select(model => model.Schema).Append("marts").Distinct(StringComparer.Ordinal))
        {
            database.Execute($"create schema if not exists {schema}");
        }

        var tables = new List<ModelTable>();
        var tests = new List<ModelTestResult>();
        var (failed, left) = (new HashSet<string>(StringComparer.Ordinal), new List<string>());
        foreach (var model in ModelOrder.Sort(models, reads, given))
        {
            if (reads[model.FullName].Overlaps(failed))
            {
                failed.Add(model.FullName);
                left.Add(model.FullName);
                continue;
            }

            tables.Add(Create(database, model));
            var judged = model.Tests.Select(test => Judge(database, model, test, today)).ToList();
            tests.AddRange(judged);
            if (judged.Exists(Stops))
            {
                failed.Add(model.FullName);
            }
        }

        ModelTestTable.Create(database, tests);
        return failed.Count == 0 ? new(tables, tests) : throw Stopped(tests, left, folder);
    }

    private static HashSet<string> Reads(SqlModel model, Database database)
    {
        var all = new HashSet<string>(ModelDependencies.Of(model, database), StringComparer.Ordinal);
        all.UnionWith(model.Tests.SelectMany(test => ModelDependencies.Of(model with { Sql = test.Question(model) }, database)).Where(table => table != model.FullName));
        return all;
    }

    private static ModelTable Create(Database database, SqlModel model)
    {
        try
        {
            if (model.IsView)
            {
                database.Execute($"create view {model.FullName} as\n{model.Sql}");
            }
            else if (!model.ComesInOrder || !LiesInOrder(database, model))
            {
                // In key order, so that the same rows always lie in the same order.
                database.Execute($"create or replace table {model.FullName} as select * from (\n{model.Sql}\n) order by {string.Join(", ", model.Key)}");
            }
        }
        catch (DuckDBException fault)
        {
            throw new InputException($"{model.Path}: {fault.Message}", fault);
        }

        return new ModelTable(model.FullName, database.Scalar<long>($"select count(*) from {model.FullName}"));
    }

    /// <summary>Makes the table as the rows come; sorting 60 million of them takes longer than all else.</summary>
    private static bool LiesInOrder(Database database, SqlModel model)
    {
        database.Execute($"create table {model.FullName} as\n{model.Sql}");
        return database.Scalar<long>($"select count(*) from ({Neighbours.Falling(model)})") == 0;
    }

    private static ModelTestResult Judge(Database database, SqlModel model, ModelTest test, DateOnly? today)
    {
        try
        {
            return test.Judge(database, model, today);
        }
        catch (DuckDBException fault)
        {
            throw new InputException($"{model.Path}: the test '{test.Text}' can't be run. {fault.Message}", fault);
        }
    }

    private static bool Stops(ModelTestResult result) => result.Test.Stops && !result.Passed;

    private static InputException Stopped(IEnumerable<ModelTestResult> tests, List<string> left, string folder)
    {
        var faults = tests.Where(Stops).Select(result => result.Sentence)
            .Append(left.Count == 0 ? "Nothing else reads it." : $"Not built: {string.Join(", ", left)}.")
            .Append($"Mend the data (pipelines/registry/corrections.yaml) or the model ({folder}) and run again.");
        return new InputException(string.Join('\n', faults));
    }
}
