using Microsoft.Win32.SafeHandles;

namespace DuckDB.NET.Native;

public sealed class DuckDBDataChunk : SafeHandleZeroOrMinusOneIsInvalid
{
    public DuckDBDataChunk() : base(true) { }

    /// <summary>A chunk that DuckDB owns (the argument of a function callback): never destroyed here.</summary>
    public DuckDBDataChunk(IntPtr chunk) : base(false) => SetHandle(chunk);

    protected override bool ReleaseHandle() { NativeMethods.DestroyDataChunk(ref handle); return true; }
}
