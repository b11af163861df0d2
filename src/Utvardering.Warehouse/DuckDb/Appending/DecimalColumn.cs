using System.Numerics;
using DuckDB.NET.Data;

namespace Utvardering.Warehouse.DuckDb.Appending;

/// <summary>
/// DECIMAL(width, scale). A double is refused, also one that happens to be exact:
/// whether 0.1 is taken must not depend on which numbers come along.
/// </summary>
internal sealed class DecimalColumn(string name, string type, bool nullable, int width, int scale) : Column(name, type, nullable)
{
    // The scale of System.Decimal ends at 28, and so does what has to be cut off.
    private readonly int decimals = Math.Min(scale, 28);
    private readonly decimal limit = width - scale <= 28 ? (decimal)BigInteger.Pow(10, width - scale) : decimal.MaxValue;

    protected override string Takes => "a decimal or a whole number";

    public override string? Write(IDuckDBAppenderRow row, decimal value)
    {
        // The appender itself cuts off the decimals it has no room for.
        if (value.Scale > decimals && decimal.Round(value, decimals) != value)
        {
            return Inexact();
        }

        if (Math.Abs(value) >= limit && limit != decimal.MaxValue)
        {
            return OutOfRange();
        }

        row.AppendValue(value);
        return null;
    }

    public override string? Write(IDuckDBAppenderRow row, long value) => Write(row, (decimal)value);

    public override string? Write(IDuckDBAppenderRow row, ulong value) => Write(row, (decimal)value);
}
