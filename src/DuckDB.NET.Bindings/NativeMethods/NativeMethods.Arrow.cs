using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    public static partial class Arrow
    {
        [LibraryImport(Lib, EntryPoint = "duckdb_result_get_arrow_options")] public static partial DuckDBArrowOptions DuckDBResultGetArrowOptions(ref DuckDBResult result);
        [LibraryImport(Lib, EntryPoint = "duckdb_to_arrow_schema")] public static partial DuckDBErrorData DuckDBToArrowSchema(DuckDBArrowOptions options, IntPtr types, IntPtr names, ulong count, IntPtr schema);
        [LibraryImport(Lib, EntryPoint = "duckdb_data_chunk_to_arrow")] public static partial DuckDBErrorData DuckDBDataChunkToArrow(DuckDBArrowOptions options, DuckDBDataChunk chunk, IntPtr array);
    }
}
