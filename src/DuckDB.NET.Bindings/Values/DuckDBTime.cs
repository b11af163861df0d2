using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>duckdb_time: microseconds since midnight.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBTime
{
    private long micros;

    public long Micros { readonly get => micros; set => micros = value; }
}
