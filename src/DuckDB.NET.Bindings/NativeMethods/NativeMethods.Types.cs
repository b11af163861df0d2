using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    public static partial class Types
    {
        [LibraryImport(Lib, EntryPoint = "duckdb_result_is_streaming")] public static partial byte DuckDBResultIsStreaming(DuckDBResult result);
        [LibraryImport(Lib, EntryPoint = "duckdb_result_get_chunk")] public static partial DuckDBDataChunk DuckDBResultGetChunk(DuckDBResult result, long index);
    }
}
