using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Utvardering.Warehouse.DuckDb.Appending;

internal sealed class DateColumn(string name, string type, bool nullable) : Column(name, type, nullable)
{
    protected override string Takes => "a date";

    public override string? Write(IDuckDBAppenderRow row, DateOnly value)
    {
        row.AppendValue((DuckDBDateOnly)value);
        return null;
    }

    /// <summary>Spreadsheets give a date as a time at midnight.</summary>
    public override string? Write(IDuckDBAppenderRow row, DateTime value)
        => value.TimeOfDay == TimeSpan.Zero ? Write(row, DateOnly.FromDateTime(value)) : $"The column is {Type}, and this has a time of day too.";
}
