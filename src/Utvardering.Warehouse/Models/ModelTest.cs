using System.Globalization;
using DuckDB.NET.Data;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Models;

/// <summary>A statement in a model's header about the rows that must come of it; tested when the model is built.</summary>
/// <param name="Text">As it stands in the header.</param>
/// <param name="Stops">Whether nothing that reads the model is built where it does not hold; else it is a warning.</param>
public abstract record ModelTest(string Text, bool Stops)
{
    /// <summary>How many offending rows are named.</summary>
    protected const int Named = 3;

    /// <summary>A SELECT over all that the test reads; it gives the offending rows of the model's table, unless <see cref="Judge"/> asks otherwise.</summary>
    internal abstract string Question(SqlModel model);

    /// <summary>Judges the built table.</summary>
    /// <param name="connection">Holds the model's table and all that the test reads.</param>
    /// <param name="model">Whose table it is.</param>
    /// <param name="today">The day against which a table is old, or null where none is given.</param>
    internal virtual ModelTestResult Judge(DuckDBConnection connection, SqlModel model, DateOnly? today)
    {
        var offending = Question(model);
        var rows = connection.Scalar<long>($"select count(*) from ({offending})");
        var key = string.Join(", ", model.Key);
        return new(model.FullName, this, rows == 0, rows)
        {
            Fault = rows == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{rows} rows, such as {Keys(connection, $"select {key} from ({offending}) order by {key} limit {Named}")}"),
        };
    }

    /// <summary>The rows of a SELECT of key columns as (a, b), (c, d).</summary>
    protected static string Keys(DuckDBConnection connection, string select) => string.Join(", ", connection.Query(
        select,
        row => $"({string.Join(", ", Enumerable.Range(0, row.FieldCount).Select(i => row.IsDBNull(i) ? "null" : Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture)))})"));
}
