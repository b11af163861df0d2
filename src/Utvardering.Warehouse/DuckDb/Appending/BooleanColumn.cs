using DuckDB.NET.Data;

namespace Utvardering.Warehouse.DuckDb.Appending;

internal sealed class BooleanColumn(string name, string type, bool nullable) : Column(name, type, nullable)
{
    protected override string Takes => "true or false";

    public override string? Write(IDuckDBAppenderRow row, bool value)
    {
        row.AppendValue(value);
        return null;
    }
}
