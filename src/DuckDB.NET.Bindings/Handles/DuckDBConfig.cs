using Microsoft.Win32.SafeHandles;

namespace DuckDB.NET.Native;

public sealed class DuckDBConfig() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle() { NativeMethods.DestroyConfig(ref handle); return true; }
}
