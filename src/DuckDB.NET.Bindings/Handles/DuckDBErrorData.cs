using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace DuckDB.NET.Native;

public sealed class DuckDBErrorData() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle() { NativeMethods.DestroyErrorData(ref handle); return true; }

    public bool HasError => !IsInvalid && NativeMethods.ErrorDataHasError(this);

    /// <summary>Owned by the error data: not freed.</summary>
    public string Message => Marshal.PtrToStringUTF8(NativeMethods.ErrorDataMessage(this)) ?? "";
}
