using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>duckdb_time_tz_struct.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBTimeTz(DuckDBTimeOnly time, int offset)
{
    private readonly DuckDBTimeOnly time = time;
    private readonly int offset = offset;

    public DuckDBTimeOnly Time => time;

    /// <summary>Seconds east of UTC.</summary>
    public int Offset => offset;
}
