using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>
/// duckdb_string_t (16 bytes): a length, then 12 inlined bytes, or a 4 byte prefix and a pointer when the
/// length is over 12. The data assembly names the nested types, so their names are part of the contract
/// ("&lt;inlined&gt;e__FixedBuffer" is what the C# compiler makes of the fixed field).
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct DuckDBString
{
    private const int InlineLength = 12;

    private _value_e__Union value;

    public readonly int Length => (int)value.inlined.length;

    /// <summary>Points into this struct when the text is inlined: only valid for a value in native memory.</summary>
    public sbyte* Data
    {
        get
        {
            if (value.inlined.length <= InlineLength)
            {
                fixed (sbyte* p = value.inlined.inlined)
                {
                    return p;
                }
            }

            return value.pointer.ptr;
        }
    }

    [StructLayout(LayoutKind.Explicit)]
    public struct _value_e__Union
    {
        [FieldOffset(0)]
        public DuckDBStringPointer pointer;

        [FieldOffset(0)]
        public DuckDBStringInlined inlined;

        [StructLayout(LayoutKind.Sequential)]
        public struct DuckDBStringPointer
        {
            public uint length;
            public fixed sbyte prefix[4];
            public sbyte* ptr;
        }

        [StructLayout(LayoutKind.Sequential)]
        public struct DuckDBStringInlined
        {
            public uint length;
            public fixed sbyte inlined[12];
        }
    }
}
