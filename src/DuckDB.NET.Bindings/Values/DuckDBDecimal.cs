using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>duckdb_decimal (24 bytes: the hugeint is 8 aligned).</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBDecimal(byte width, byte scale, DuckDBHugeInt value)
{
    private readonly byte width = width;
    private readonly byte scale = scale;
    private readonly DuckDBHugeInt value = value;

    public byte Width => width;
    public byte Scale => scale;
    public DuckDBHugeInt Value => value;

    public decimal ToDecimal()
    {
        var number = value.ToInt128();
        var negative = number < 0;
        var magnitude = negative ? -number : number;
        var extra = 0;
        while (scale - extra > 28 || magnitude > MaxDecimal)
        {
            if (extra == scale)
            {
                throw new OverflowException("The DECIMAL does not fit System.Decimal.");
            }

            magnitude /= 10;
            extra++;
        }

        return new decimal((int)(uint)magnitude, (int)(uint)(magnitude >> 32), (int)(uint)(magnitude >> 64), negative, (byte)(scale - extra));
    }

    private static readonly Int128 MaxDecimal = (Int128)decimal.MaxValue;
}
