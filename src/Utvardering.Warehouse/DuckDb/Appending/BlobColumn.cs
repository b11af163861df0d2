using DuckDB.NET.Data;

namespace Utvardering.Warehouse.DuckDb.Appending;

internal sealed class BlobColumn(string name, string type, bool nullable) : Column(name, type, nullable)
{
    protected override string Takes => "bytes";

    public override string? Write(IDuckDBAppenderRow row, byte[] value)
    {
        row.AppendValue(value);
        return null;
    }
}
