using DuckDB.NET.Data;

namespace Utvardering.Warehouse.DuckDb.Appending;

internal sealed class UuidColumn(string name, string type, bool nullable) : Column(name, type, nullable)
{
    protected override string Takes => "a UUID";

    public override string? Write(IDuckDBAppenderRow row, Guid value)
    {
        row.AppendValue(value);
        return null;
    }
}
