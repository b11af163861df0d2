using Microsoft.Win32.SafeHandles;

namespace DuckDB.NET.Native;

/// <summary>duckdb_database. As for every owned handle here, the C destructor takes a pointer to the handle and nulls it.</summary>
public sealed class DuckDBDatabase() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle() { NativeMethods.Close(ref handle); return true; }
}
