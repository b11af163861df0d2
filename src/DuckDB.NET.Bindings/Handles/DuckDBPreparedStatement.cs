using Microsoft.Win32.SafeHandles;

namespace DuckDB.NET.Native;

public sealed class DuckDBPreparedStatement() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle() { NativeMethods.DestroyPrepare(ref handle); return true; }
}
