using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    public static partial class LogicalType
    {
        public static string? DuckDBEnumDictionaryValue(DuckDBLogicalType type, long index) => Owned(EnumDictionaryValue(type, index));
        public static string? DuckDBStructTypeChildName(DuckDBLogicalType type, long index) => Owned(StructTypeChildName(type, index));

        [LibraryImport(Lib, EntryPoint = "duckdb_create_logical_type")] public static partial DuckDBLogicalType DuckDBCreateLogicalType(DuckDBType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_list_type")] public static partial DuckDBLogicalType DuckDBCreateListType(DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_decimal_type")] public static partial DuckDBLogicalType DuckDBCreateDecimalType(byte width, byte scale);
        [LibraryImport(Lib, EntryPoint = "duckdb_get_type_id")] public static partial DuckDBType DuckDBGetTypeId(DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_decimal_width")] public static partial byte DuckDBDecimalWidth(DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_decimal_scale")] public static partial byte DuckDBDecimalScale(DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_decimal_internal_type")] public static partial DuckDBType DuckDBDecimalInternalType(DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_enum_internal_type")] public static partial DuckDBType DuckDBEnumInternalType(DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_enum_dictionary_size")] public static partial uint DuckDBEnumDictionarySize(DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_list_type_child_type")] public static partial DuckDBLogicalType DuckDBListTypeChildType(DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_array_type_child_type")] public static partial DuckDBLogicalType DuckDBArrayTypeChildType(DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_array_type_array_size")] public static partial long DuckDBArrayVectorGetSize(DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_map_type_key_type")] public static partial DuckDBLogicalType DuckDBMapTypeKeyType(DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_map_type_value_type")] public static partial DuckDBLogicalType DuckDBMapTypeValueType(DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_struct_type_child_count")] public static partial long DuckDBStructTypeChildCount(DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_struct_type_child_type")] public static partial DuckDBLogicalType DuckDBStructTypeChildType(DuckDBLogicalType type, long index);

        [LibraryImport(Lib, EntryPoint = "duckdb_enum_dictionary_value")] private static partial IntPtr EnumDictionaryValue(DuckDBLogicalType type, long index);
        [LibraryImport(Lib, EntryPoint = "duckdb_struct_type_child_name")] private static partial IntPtr StructTypeChildName(DuckDBLogicalType type, long index);
    }
}
