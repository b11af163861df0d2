using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static unsafe partial class NativeMethods
{
    public static partial class Vectors
    {
        [LibraryImport(Lib, EntryPoint = "duckdb_vector_get_column_type")] public static partial DuckDBLogicalType DuckDBVectorGetColumnType(IntPtr vector);
        [LibraryImport(Lib, EntryPoint = "duckdb_vector_get_data")] public static partial void* DuckDBVectorGetData(IntPtr vector);
        [LibraryImport(Lib, EntryPoint = "duckdb_vector_get_validity")] public static partial ulong* DuckDBVectorGetValidity(IntPtr vector);
        [LibraryImport(Lib, EntryPoint = "duckdb_vector_ensure_validity_writable")] public static partial void DuckDBVectorEnsureValidityWritable(IntPtr vector);
        [LibraryImport(Lib, EntryPoint = "duckdb_vector_assign_string_element_len")] public static partial void DuckDBVectorAssignStringElementLength(IntPtr vector, ulong index, byte* text, long length);
        [LibraryImport(Lib, EntryPoint = "duckdb_unsafe_vector_assign_string_element_len")] public static partial void DuckDBUnsafeVectorAssignStringElementLength(IntPtr vector, ulong index, byte* text, long length);
        [LibraryImport(Lib, EntryPoint = "duckdb_list_vector_get_child")] public static partial IntPtr DuckDBListVectorGetChild(IntPtr vector);
        [LibraryImport(Lib, EntryPoint = "duckdb_list_vector_set_size")] public static partial DuckDBState DuckDBListVectorSetSize(IntPtr vector, ulong size);
        [LibraryImport(Lib, EntryPoint = "duckdb_list_vector_reserve")] public static partial DuckDBState DuckDBListVectorReserve(IntPtr vector, ulong capacity);
        [LibraryImport(Lib, EntryPoint = "duckdb_struct_vector_get_child")] public static partial IntPtr DuckDBStructVectorGetChild(IntPtr vector, long index);
        [LibraryImport(Lib, EntryPoint = "duckdb_array_vector_get_child")] public static partial IntPtr DuckDBArrayVectorGetChild(IntPtr vector);
    }
}
