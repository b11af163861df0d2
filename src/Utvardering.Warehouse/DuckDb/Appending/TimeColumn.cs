using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Utvardering.Warehouse.DuckDb.Appending;

internal sealed class TimeColumn(string name, string type, bool nullable) : Column(name, type, nullable)
{
    protected override string Takes => "a time of day";

    public override string? Write(IDuckDBAppenderRow row, TimeOnly value)
    {
        var microseconds = (int)(value.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond);
        row.AppendValue(new DuckDBTimeOnly((byte)value.Hour, (byte)value.Minute, (byte)value.Second, microseconds));
        return null;
    }
}
