using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static unsafe partial class NativeMethods
{
    public static partial class TableFunction
    {
        [LibraryImport(Lib, EntryPoint = "duckdb_create_table_function")] public static partial IntPtr DuckDBCreateTableFunction();
        [LibraryImport(Lib, EntryPoint = "duckdb_destroy_table_function")] public static partial void DuckDBDestroyTableFunction(ref IntPtr function);
        [LibraryImport(Lib, EntryPoint = "duckdb_table_function_set_name", StringMarshalling = StringMarshalling.Utf8)] public static partial void DuckDBTableFunctionSetName(IntPtr function, string name);
        [LibraryImport(Lib, EntryPoint = "duckdb_table_function_add_parameter")] public static partial void DuckDBTableFunctionAddParameter(IntPtr function, DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_table_function_add_named_parameter", StringMarshalling = StringMarshalling.Utf8)] public static partial void DuckDBTableFunctionAddNamedParameter(IntPtr function, string name, DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_table_function_set_extra_info")] public static partial void DuckDBTableFunctionSetExtraInfo(IntPtr function, IntPtr info, delegate* unmanaged[Cdecl]<IntPtr, void> destroy);
        [LibraryImport(Lib, EntryPoint = "duckdb_table_function_set_bind")] public static partial void DuckDBTableFunctionSetBind(IntPtr function, delegate* unmanaged[Cdecl]<IntPtr, void> bind);
        [LibraryImport(Lib, EntryPoint = "duckdb_table_function_set_init")] public static partial void DuckDBTableFunctionSetInit(IntPtr function, delegate* unmanaged[Cdecl]<IntPtr, void> init);
        [LibraryImport(Lib, EntryPoint = "duckdb_table_function_set_function")] public static partial void DuckDBTableFunctionSetFunction(IntPtr function, delegate* unmanaged[Cdecl]<IntPtr, IntPtr, void> callback);
        [LibraryImport(Lib, EntryPoint = "duckdb_table_function_supports_projection_pushdown")] public static partial void DuckDBTableFunctionSupportsProjectionPushdown(IntPtr function, [MarshalAs(UnmanagedType.U1)] bool pushdown);
        [LibraryImport(Lib, EntryPoint = "duckdb_table_function_get_client_context")] public static partial void DuckDBTableFunctionGetClientContext(IntPtr info, out DuckDBClientContext context);
        [LibraryImport(Lib, EntryPoint = "duckdb_register_table_function")] public static partial DuckDBState DuckDBRegisterTableFunction(DuckDBNativeConnection connection, IntPtr function);
        [LibraryImport(Lib, EntryPoint = "duckdb_bind_get_extra_info")] public static partial IntPtr DuckDBBindGetExtraInfo(IntPtr info);
        [LibraryImport(Lib, EntryPoint = "duckdb_bind_add_result_column", StringMarshalling = StringMarshalling.Utf8)] public static partial void DuckDBBindAddResultColumn(IntPtr info, string name, DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_bind_get_parameter_count")] public static partial ulong DuckDBBindGetParameterCount(IntPtr info);
        [LibraryImport(Lib, EntryPoint = "duckdb_bind_get_parameter")] public static partial DuckDBValue DuckDBBindGetParameter(IntPtr info, ulong index);
        [LibraryImport(Lib, EntryPoint = "duckdb_bind_get_named_parameter", StringMarshalling = StringMarshalling.Utf8)] public static partial DuckDBValue DuckDBBindGetNamedParameter(IntPtr info, string name);
        [LibraryImport(Lib, EntryPoint = "duckdb_bind_set_bind_data")] public static partial void DuckDBBindSetBindData(IntPtr info, IntPtr data, delegate* unmanaged[Cdecl]<IntPtr, void> destroy);
        [LibraryImport(Lib, EntryPoint = "duckdb_bind_set_cardinality")] public static partial void DuckDBBindSetCardinality(IntPtr info, ulong cardinality, [MarshalAs(UnmanagedType.U1)] bool isExact);
        [LibraryImport(Lib, EntryPoint = "duckdb_bind_set_error", StringMarshalling = StringMarshalling.Utf8)] public static partial void DuckDBBindSetError(IntPtr info, string error);
        [LibraryImport(Lib, EntryPoint = "duckdb_init_get_extra_info")] public static partial IntPtr DuckDBInitGetExtraInfo(IntPtr info);
        [LibraryImport(Lib, EntryPoint = "duckdb_init_get_bind_data")] public static partial IntPtr DuckDBInitGetBindData(IntPtr info);
        [LibraryImport(Lib, EntryPoint = "duckdb_init_set_init_data")] public static partial void DuckDBInitSetInitData(IntPtr info, IntPtr data, delegate* unmanaged[Cdecl]<IntPtr, void> destroy);
        [LibraryImport(Lib, EntryPoint = "duckdb_init_get_column_count")] public static partial ulong DuckDBInitGetColumnCount(IntPtr info);
        [LibraryImport(Lib, EntryPoint = "duckdb_init_get_column_index")] public static partial ulong DuckDBInitGetColumnIndex(IntPtr info, ulong index);
        [LibraryImport(Lib, EntryPoint = "duckdb_init_set_error", StringMarshalling = StringMarshalling.Utf8)] public static partial void DuckDBInitSetError(IntPtr info, string error);
        [LibraryImport(Lib, EntryPoint = "duckdb_function_get_bind_data")] public static partial IntPtr DuckDBFunctionGetBindData(IntPtr info);
        [LibraryImport(Lib, EntryPoint = "duckdb_function_get_init_data")] public static partial IntPtr DuckDBFunctionGetInitData(IntPtr info);
        [LibraryImport(Lib, EntryPoint = "duckdb_function_set_error", StringMarshalling = StringMarshalling.Utf8)] public static partial void DuckDBFunctionSetError(IntPtr info, string error);
    }
}
