using DuckDB.NET.Data;

namespace Utvardering.Warehouse.DuckDb.Appending;

/// <summary>TIMESTAMP: a date and time without a zone.</summary>
internal sealed class TimestampColumn(string name, string type, bool nullable) : Column(name, type, nullable)
{
    protected override string Takes => "a date and time";

    public override string? Write(IDuckDBAppenderRow row, DateTime value)
    {
        if (value.Kind == DateTimeKind.Local)
        {
            return "It is in the machine's local time; give UTC or a time without a zone.";
        }

        row.AppendValue(value);
        return null;
    }

    public override string? Write(IDuckDBAppenderRow row, DateOnly value) => Write(row, value.ToDateTime(TimeOnly.MinValue));
}
