using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>duckdb_time_tz: 40 bits of microseconds, 24 bits of offset.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBTimeTzStruct
{
    private ulong bits;

    public ulong Bits { readonly get => bits; set => bits = value; }
}
