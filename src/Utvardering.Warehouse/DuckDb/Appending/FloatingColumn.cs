using DuckDB.NET.Data;

namespace Utvardering.Warehouse.DuckDb.Appending;

/// <summary>FLOAT and DOUBLE.</summary>
internal sealed class FloatingColumn(string name, string type, bool nullable) : Column(name, type, nullable)
{
    private static readonly double PlainNaN = Math.Abs(double.NaN);

    private readonly bool single = type == "FLOAT";

    protected override string Takes => "a number";

    public override string? Write(IDuckDBAppenderRow row, double value)
    {
        // NaN has many bit patterns, and .NET's own is shown as "-nan".
        value = double.IsNaN(value) ? PlainNaN : value;
        if (!single)
        {
            row.AppendValue(value);
            return null;
        }

        var narrow = (float)value;
        if (narrow != value && !double.IsNaN(value))
        {
            return Inexact();
        }

        row.AppendValue(narrow);
        return null;
    }

    public override string? Write(IDuckDBAppenderRow row, long value)
        => (Int128)(double)value == value ? Write(row, (double)value) : Inexact();

    public override string? Write(IDuckDBAppenderRow row, ulong value)
        => (UInt128)(double)value == value ? Write(row, (double)value) : Inexact();

    /// <summary>A decimal such as 0.1 has no exact double: a DOUBLE column asks for the nearest one.</summary>
    public override string? Write(IDuckDBAppenderRow row, decimal value) => Write(row, (double)value);
}
