using DuckDB.NET.Data;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Models;

/// <summary><c>test: value &gt;= 0</c>: a condition that holds of every row, or is null.</summary>
/// <param name="Text">The condition, in SQL.</param>
/// <param name="Stops">Whether it stops what depends on the model.</param>
public sealed record RowTest(string Text, bool Stops) : ModelTest(Text, Stops)
{
    internal override string Question(SqlModel model) => $"select * from {model.FullName} where not {Condition}";

    /// <summary>True of a row that does not offend.</summary>
    private string Condition => $"coalesce(({Text}), true)";

    /// <summary>Those of the tests that hold, found in one pass over the rows.</summary>
    public static IReadOnlySet<ModelTest> Holding(DuckDBConnection connection, SqlModel model, IReadOnlyList<RowTest> tests)
    {
        if (tests.Count == 0)
        {
            return new HashSet<ModelTest>();
        }

        var conditions = string.Join(", ", tests.Select((test, number) => $"{test.Condition} as condition_{number}"));
        var all = string.Join(", ", tests.Select((_, number) => $"coalesce(bool_and(condition_{number}), true)"));
        try
        {
            var holds = connection.Query($"select {all} from (select {conditions} from {model.FullName})", row => tests.Where((_, number) => row.GetBoolean(number)).ToHashSet<ModelTest>());
            return holds[0];
        }
        catch (DuckDBException)
        {
            // Which of them can't be run is told when each is asked alone.
            return new HashSet<ModelTest>();
        }
    }
}
