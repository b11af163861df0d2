using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    public static partial class Helpers
    {
        [LibraryImport(Lib, EntryPoint = "duckdb_vector_size")] public static partial ulong DuckDBVectorSize();
    }
}
