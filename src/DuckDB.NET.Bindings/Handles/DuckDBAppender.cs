using Microsoft.Win32.SafeHandles;

namespace DuckDB.NET.Native;

public sealed class DuckDBAppender() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle() => NativeMethods.AppenderDestroy(ref handle) == DuckDBState.Success;
}
