using Microsoft.Win32.SafeHandles;

namespace DuckDB.NET.Native;

public sealed class DuckDBClientContext() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle() { NativeMethods.DestroyClientContext(ref handle); return true; }

    public ulong ConnectionId => NativeMethods.ClientContextGetConnectionId(this);
}
