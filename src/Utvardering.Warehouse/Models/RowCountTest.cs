using System.Globalization;
using DuckDB.NET.Data;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Models;

/// <summary><c>rows: 1..</c>, <c>rows: 290..290</c> or <c>rows: as core.observation</c>: how many rows there must be.</summary>
/// <param name="Text">As in the header.</param>
/// <param name="Least">At least so many.</param>
/// <param name="Most">At most so many, or null.</param>
/// <param name="As">The table that has just as many, or null.</param>
public sealed record RowCountTest(string Text, long Least, long? Most, string? As) : ModelTest($"rows: {Text}", Stops: true)
{
    internal override string Question(SqlModel model) => $"select * from {As ?? model.FullName}";

    internal override ModelTestResult Judge(DuckDBConnection connection, SqlModel model, DateOnly? today)
    {
        var rows = Count(connection, model.FullName);
        var (least, most) = As is null ? (Least, Most) : (Count(connection, As), Count(connection, As));
        var off = Math.Max(Math.Max(least - rows, rows - (most ?? rows)), 0);
        return new(model.FullName, this, off == 0, off)
        {
            Fault = off == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"there are {rows} rows{(As is null ? "" : $", and {least} in {As}")}"),
        };
    }

    private static long Count(DuckDBConnection connection, string table) => connection.Scalar<long>($"select count(*) from {table}");
}
