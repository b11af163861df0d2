using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>duckdb_result (48 bytes). Passed by value and by pointer; never read by us.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBResult : IDisposable
{
    private readonly ulong columnCount;
    private readonly ulong rowCount;
    private readonly ulong rowsChanged;
    private readonly IntPtr columns;
    private readonly IntPtr errorMessage;
    private readonly IntPtr internalData;

    /// <summary>duckdb_destroy_result: clears the struct, so a second Close on the same copy does nothing.</summary>
    public void Close() => NativeMethods.DestroyResult(ref this);

    public void Dispose() => Close();
}
