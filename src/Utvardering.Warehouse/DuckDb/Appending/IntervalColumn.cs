using DuckDB.NET.Data;

namespace Utvardering.Warehouse.DuckDb.Appending;

internal sealed class IntervalColumn(string name, string type, bool nullable) : Column(name, type, nullable)
{
    protected override string Takes => "a length of time";

    public override string? Write(IDuckDBAppenderRow row, TimeSpan value)
    {
        row.AppendValue(value);
        return null;
    }
}
