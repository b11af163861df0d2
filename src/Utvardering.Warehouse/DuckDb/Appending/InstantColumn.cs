using DuckDB.NET.Data;

namespace Utvardering.Warehouse.DuckDb.Appending;

/// <summary>TIMESTAMP WITH TIME ZONE: an instant, kept in UTC.</summary>
internal sealed class InstantColumn(string name, string type, bool nullable) : Column(name, type, nullable)
{
    protected override string Takes => "an instant (a time with its offset)";

    public override string? Write(IDuckDBAppenderRow row, DateTimeOffset value)
    {
        row.AppendValue(value);
        return null;
    }

    public override string? Write(IDuckDBAppenderRow row, DateTime value)
        => value.Kind == DateTimeKind.Utc ? Write(row, new DateTimeOffset(value)) : "It does not say in which zone it is; give a DateTimeOffset or a DateTime in UTC.";
}
