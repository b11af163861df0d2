using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    public static partial class DataChunks
    {
        public static long DuckDBDataChunkSetSize(DuckDBDataChunk chunk, ulong size)
        {
            SetSize(chunk, size); // void in C
            return 0;
        }

        [LibraryImport(Lib, EntryPoint = "duckdb_create_data_chunk")] public static partial DuckDBDataChunk DuckDBCreateDataChunk(IntPtr[] types, ulong count);
        [LibraryImport(Lib, EntryPoint = "duckdb_data_chunk_reset")] public static partial void DuckDBDataChunkReset(DuckDBDataChunk chunk);
        [LibraryImport(Lib, EntryPoint = "duckdb_data_chunk_get_column_count")] public static partial long DuckDBDataChunkGetColumnCount(DuckDBDataChunk chunk);
        [LibraryImport(Lib, EntryPoint = "duckdb_data_chunk_get_vector")] public static partial IntPtr DuckDBDataChunkGetVector(DuckDBDataChunk chunk, long column);
        [LibraryImport(Lib, EntryPoint = "duckdb_data_chunk_get_size")] public static partial ulong DuckDBDataChunkGetSize(DuckDBDataChunk chunk);

        [LibraryImport(Lib, EntryPoint = "duckdb_data_chunk_set_size")] private static partial void SetSize(DuckDBDataChunk chunk, ulong size);
    }
}
