using DuckDB.NET.Data;

namespace Utvardering.Warehouse.DuckDb.Appending;

internal sealed class EnumColumn(string name, string type, bool nullable, IReadOnlySet<string> members) : Column(name, type, nullable)
{
    protected override string Takes => "one of its texts";

    public override string? Write(IDuckDBAppenderRow row, string value)
    {
        if (!members.Contains(value))
        {
            return $"The column takes {Type} only.";
        }

        row.AppendValue(value);
        return null;
    }
}
