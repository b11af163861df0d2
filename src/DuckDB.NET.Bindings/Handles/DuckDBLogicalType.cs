using Microsoft.Win32.SafeHandles;

namespace DuckDB.NET.Native;

public sealed class DuckDBLogicalType() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle() { NativeMethods.DestroyLogicalType(ref handle); return true; }
}
