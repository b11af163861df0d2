using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>duckdb_date: days since 1970-01-01.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBDate
{
    private int days;

    public int Days { readonly get => days; set => days = value; }

    public readonly bool IsPositiveInfinity => days == int.MaxValue;
    public readonly bool IsNegativeInfinity => days == -int.MaxValue;
    public readonly bool IsInfinity => IsPositiveInfinity || IsNegativeInfinity;
}
