using System.Threading.Channels;
using DuckDB.NET.Data;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Models;

/// <summary>Builds the models as tables, each tested before the next reads it.</summary>
public static class ModelRunner
{
    private const int SideBySide = 2;

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

        var order = ModelOrder.Sort(models, reads, given);
        var built = Build(database, order, reads, today);
        ReadAsTexts(database.Connection, order.Zip(built).Where(pair => pair.Second.Table is not null).Select(pair => pair.First));
        var tests = built.SelectMany(model => model.Tests).ToList();
        ModelTestTable.Create(database, tests);
        return built.All(model => model.Stands)
            ? new([.. built.Select(model => model.Table!)], tests)
            : throw Stopped(tests, [.. built.Where(model => model.Table is null).Select(model => model.Name)], folder);
    }

    /// <summary>Each model as soon as all that it reads stands, as many side by side as there are connections.</summary>
    /// <remarks>With one thread a connection (the database's setting) each model is made as if it were alone.</remarks>
    private static BuiltModel[] Build(Database database, IReadOnlyList<SqlModel> order, Dictionary<string, IReadOnlySet<string>> reads, DateOnly? today)
    {
        var connections = Enumerable.Range(0, SideBySide).Select(_ => database.Connect()).ToList();
        var free = Channel.CreateUnbounded<DuckDBConnection>();
        connections.ForEach(connection => free.Writer.TryWrite(connection));
        var work = new Dictionary<string, Task<BuiltModel>>(StringComparer.Ordinal);
        foreach (var model in order)
        {
            var needed = reads[model.FullName].Where(work.ContainsKey).Select(table => work[table]).ToList();
            work[model.FullName] = Task.Run(async () =>
            {
                if (!(await Task.WhenAll(needed)).All(read => read.Stands))
                {
                    return new BuiltModel(model.FullName, null, []);
                }

                // Whoever else waits for the same model must not wait for this one.
                await Task.Yield();
                var connection = await free.Reader.ReadAsync();
                try
                {
                    var (table, keyHolds) = Create(connection, model);
                    return new BuiltModel(model.FullName, table, Judge(connection, model, keyHolds, today));
                }
                finally
                {
                    free.Writer.TryWrite(connection);
                }
            });
        }

        try
        {
            return Task.WhenAll(order.Select(model => work[model.FullName])).GetAwaiter().GetResult();
        }
        finally
        {
            connections.ForEach(connection => connection.Dispose());
        }
    }

    private static HashSet<string> Reads(SqlModel model, Database database)
    {
        var all = new HashSet<string>(ModelDependencies.Of(model, database), StringComparer.Ordinal);
        all.UnionWith(model.Tests.SelectMany(test => ModelDependencies.Of(model with { Sql = test.Question(model) }, database)).Where(table => table != model.FullName));
        return all;
    }

    private static (ModelTable Table, bool KeyHolds) Create(DuckDBConnection connection, SqlModel model)
    {
        var keyHolds = false;
        try
        {
            switch (model)
            {
                case { IsView: true }:
                    CreateView(connection, model);
                    break;
                case { Codes.Count: > 0 }:
                    keyHolds = CodedTable.Create(connection, model);
                    break;
                default:
                    keyHolds = OrderedTable.Create(connection, model.FullName, model, CodedTable.Texts(connection, model.Sql));
                    break;
            }
        }
        catch (DuckDBException fault)
        {
            throw new InputException($"{model.Path}: {fault.Message}", fault);
        }

        return (new(model.FullName, connection.Scalar<long>($"select count(*) from {model.FullName}")), keyHolds);
    }

    private static void CreateView(DuckDBConnection connection, SqlModel model) => connection.Execute($"create or replace view {model.FullName} as\n{model.Sql}");

    /// <summary>The models with their texts, now that none is built of their codes any more.</summary>
    private static void ReadAsTexts(DuckDBConnection connection, IEnumerable<SqlModel> built)
    {
        foreach (var model in built)
        {
            if (model.Codes.Count > 0)
            {
                CodedTable.ReadAsTexts(connection, model);
            }
            else if (model.IsView)
            {
                // DuckDB keeps what types a view's columns had when it was made.
                CreateView(connection, model);
            }
        }
    }

    private static IReadOnlyList<ModelTestResult> Judge(DuckDBConnection connection, SqlModel model, bool keyHolds, DateOnly? today)
    {
        // A column kept as codes can hold nothing else than its list.
        var held = model.Codes.Values.Where(column => CodedTable.Keeps(connection, model, column)).Select(column => column.Test).ToHashSet();
        if (keyHolds)
        {
            held.UnionWith(model.Tests.OfType<KeyTest>());
        }

        held.UnionWith(RowTest.Holding(connection, model, [.. model.Tests.OfType<RowTest>().Where(test => !held.Contains(test))]));
        return [.. model.Tests.Select(test => held.Contains(test) ? new ModelTestResult(model.FullName, test, Passed: true, 0) : Judge(connection, model, test, today))];
    }

    private static ModelTestResult Judge(DuckDBConnection connection, SqlModel model, ModelTest test, DateOnly? today)
    {
        try
        {
            return test.Judge(connection, model, today);
        }
        catch (DuckDBException fault)
        {
            throw new InputException($"{model.Path}: the test '{test.Text}' can't be run. {fault.Message}", fault);
        }
    }

    private static InputException Stopped(IEnumerable<ModelTestResult> tests, IReadOnlyList<string> left, string folder)
    {
        var faults = tests.Where(test => test.Stopped).Select(result => result.Sentence)
            .Append(left.Count == 0 ? "Nothing else reads it." : $"Not built: {string.Join(", ", left)}.")
            .Append($"Mend the data (pipelines/registry/corrections.yaml) or the model ({folder}) and run again.");
        return new InputException(string.Join('\n', faults));
    }
}
