using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Models;

/// <summary>
/// <c>marts.model_test</c>: how the tests went. <c>status</c> is passed, failed, or by_date for freshness: how old the newest date is
/// depends on the day one asks, and the tables of a run on nothing but its inputs.
/// </summary>
internal static class ModelTestTable
{
    public static void Create(Database database, IEnumerable<ModelTestResult> tests)
    {
        database.Execute("create table marts.model_test (model varchar, test varchar, stops boolean, status varchar, rows bigint, newest date)");
        using var appender = database.Append("model_test", "marts");
        appender.AppendAll(tests.Select(result => new object?[] { result.Model, result.Test.Text, result.Test.Stops, Status(result), result.Rows, result.Newest }));
    }

    private static string Status(ModelTestResult result) => result switch
    {
        { Test: FreshnessTest } => "by_date",
        { Passed: true } => "passed",
        _ => "failed",
    };
}
