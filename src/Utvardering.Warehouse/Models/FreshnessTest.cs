using System.Globalization;
using DuckDB.NET.Data;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Models;

/// <summary><c>fresh: month within 200 days</c>: that the newest date is not older on the day of the run. A table without rows is not judged.</summary>
/// <param name="Text">As in the header.</param>
/// <param name="Stops">A stale table is a warning unless the header says <c>, or stop</c>.</param>
/// <param name="Date">An SQL expression of a date.</param>
/// <param name="Days">The most days between the newest date and the day of the run.</param>
public sealed record FreshnessTest(string Text, bool Stops, string Date, int Days) : ModelTest($"fresh: {Text}", Stops)
{
    internal override string Question(SqlModel model) => $"select * from {model.FullName}";

    internal override ModelTestResult Judge(DuckDBConnection connection, SqlModel model, DateOnly? today)
    {
        var newest = connection.Scalar<DateOnly?>($"select max({Date})::date from {model.FullName}");
        var old = today is { } day && newest is { } last && day.DayNumber - last.DayNumber > Days;
        return new(model.FullName, this, !old, 0)
        {
            Newest = newest,
            Fault = old ? string.Create(CultureInfo.InvariantCulture, $"the newest is of {newest:yyyy-MM-dd}, {today!.Value.DayNumber - newest!.Value.DayNumber} days before {today:yyyy-MM-dd}") : null,
        };
    }
}
