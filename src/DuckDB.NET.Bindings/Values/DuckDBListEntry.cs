using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>duckdb_list_entry.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBListEntry(ulong offset, ulong length)
{
    private readonly ulong offset = offset;
    private readonly ulong length = length;

    public ulong Offset => offset;
    public ulong Length => length;
}
