using DuckDB.NET.Data;

namespace Utvardering.Warehouse.DuckDb.Appending;

/// <summary>TINYINT to UBIGINT.</summary>
internal sealed class IntegerColumn : Column
{
    private const double ExactInDouble = 1L << 53;

    private readonly Action<IDuckDBAppenderRow, long> write;
    private readonly long least;
    private readonly long most;

    public IntegerColumn(string name, string type, bool nullable) : base(name, type, nullable)
    {
        // The appender stores as many bytes as the CLR type has, so the type must be the column's own.
        (long, long, Action<IDuckDBAppenderRow, long>) own = type switch
        {
            "TINYINT" => (sbyte.MinValue, sbyte.MaxValue, (row, value) => row.AppendValue((sbyte)value)),
            "SMALLINT" => (short.MinValue, short.MaxValue, (row, value) => row.AppendValue((short)value)),
            "INTEGER" => (int.MinValue, int.MaxValue, (row, value) => row.AppendValue((int)value)),
            "BIGINT" => (long.MinValue, long.MaxValue, (row, value) => row.AppendValue(value)),
            "UTINYINT" => (0, byte.MaxValue, (row, value) => row.AppendValue((byte)value)),
            "USMALLINT" => (0, ushort.MaxValue, (row, value) => row.AppendValue((ushort)value)),
            "UINTEGER" => (0, uint.MaxValue, (row, value) => row.AppendValue((uint)value)),
            "UBIGINT" => (0, long.MaxValue, (row, value) => row.AppendValue((ulong)value)),
            _ => throw new ArgumentException($"{type} is no integer type.", nameof(type)),
        };
        (least, most, write) = own;
    }

    protected override string Takes => "a whole number";

    public override string? Write(IDuckDBAppenderRow row, long value)
    {
        if (value < least || value > most)
        {
            return OutOfRange();
        }

        write(row, value);
        return null;
    }

    public override string? Write(IDuckDBAppenderRow row, ulong value)
    {
        if (value <= long.MaxValue || Type != "UBIGINT")
        {
            return base.Write(row, value);
        }

        row.AppendValue(value);
        return null;
    }

    /// <summary>Spreadsheets give every number as a double: a whole one is taken.</summary>
    public override string? Write(IDuckDBAppenderRow row, double value)
        => Math.Abs(value) <= ExactInDouble && value == Math.Truncate(value) ? Write(row, (long)value) : Inexact();

    public override string? Write(IDuckDBAppenderRow row, decimal value)
    {
        if (value != decimal.Truncate(value))
        {
            return Inexact();
        }

        return value is >= long.MinValue and <= long.MaxValue ? Write(row, (long)value) : base.Write(row, (System.Numerics.BigInteger)value);
    }
}
