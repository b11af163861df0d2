using System.Globalization;
using DuckDB.NET.Data;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Models;

/// <summary>That no two rows have the same key; every model is tested for it.</summary>
/// <param name="Key">The model's key columns.</param>
public sealed record KeyTest(IReadOnlyList<string> Key) : ModelTest($"key: {string.Join(", ", Key)}", Stops: true)
{
    internal override string Question(SqlModel model)
    {
        var key = string.Join(", ", Key);
        return $"select {key}, count(*) as times from {model.FullName} group by {key} having count(*) > 1";
    }

    internal override ModelTestResult Judge(DuckDBConnection connection, SqlModel model, DateOnly? today)
    {
        // A model lies in the order of its key, but for keys with nulls and views of what lies otherwise.
        if (connection.Scalar<long>($"select count(*) from ({Neighbours.NotRising(model.FullName, Key)})") == 0)
        {
            return new(model.FullName, this, true, 0);
        }

        var twice = connection.Query($"select count(*), coalesce(sum(times), 0)::bigint from ({Question(model)})", row => (Keys: row.GetInt64(0), Rows: row.GetInt64(1)))[0];
        var key = string.Join(", ", Key);
        return new(model.FullName, this, twice.Keys == 0, twice.Rows)
        {
            Fault = twice.Keys == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{twice.Keys} keys stand more than once, such as {Keys(connection, $"select {key} from ({Question(model)}) order by {key} limit {Named}")}"),
        };
    }
}
