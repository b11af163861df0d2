using System.Numerics;
using DuckDB.NET.Data;

namespace Utvardering.Warehouse.DuckDb.Appending;

/// <summary>HUGEINT and UHUGEINT: 128 bits.</summary>
internal sealed class HugeIntegerColumn(string name, string type, bool nullable) : Column(name, type, nullable)
{
    private readonly BigInteger least = type == "HUGEINT" ? (BigInteger)Int128.MinValue : BigInteger.Zero;
    private readonly BigInteger most = type == "HUGEINT" ? (BigInteger)Int128.MaxValue : (BigInteger)UInt128.MaxValue;

    protected override string Takes => "a whole number";

    public override string? Write(IDuckDBAppenderRow row, BigInteger value)
    {
        if (value < least || value > most)
        {
            return OutOfRange();
        }

        row.AppendValue(value);
        return null;
    }

    public override string? Write(IDuckDBAppenderRow row, long value) => Write(row, (BigInteger)value);

    public override string? Write(IDuckDBAppenderRow row, ulong value) => Write(row, (BigInteger)value);
}
