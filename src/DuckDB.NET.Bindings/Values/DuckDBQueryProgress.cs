using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>duckdb_query_progress_type.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBQueryProgress
{
    private readonly double percentage;
    private readonly ulong rowsProcessed;
    private readonly ulong totalRowsToProcess;

    /// <summary>-1 when nothing is known.</summary>
    public double Percentage => percentage;
    public ulong RowsProcessed => rowsProcessed;
    public ulong TotalRowsToProcess => totalRowsToProcess;
}
