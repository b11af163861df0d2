using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>duckdb_timestamp and its _s, _ms and _ns kin: one int64; the unit is the column's.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBTimestampStruct
{
    private long micros;

    public long Micros { readonly get => micros; set => micros = value; }

    public readonly bool IsPositiveInfinity => micros == long.MaxValue;
    public readonly bool IsNegativeInfinity => micros == -long.MaxValue;
    public readonly bool IsInfinity => IsPositiveInfinity || IsNegativeInfinity;
}
