using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>duckdb_bignum: big endian magnitude, size, sign.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBBignum(IntPtr data, ulong size, byte isNegative)
{
    private readonly IntPtr data = data;
    private readonly ulong size = size;
    private readonly byte isNegative = isNegative;

    internal IntPtr Data => data;
    internal int Size => checked((int)size);
    internal bool IsNegative => isNegative != 0;
}
