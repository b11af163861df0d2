using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    public static partial class Query
    {
        public static string? DuckDBColumnName(ref DuckDBResult result, long column) => Borrowed(ColumnName(ref result, column));
        public static string? DuckDBResultError(ref DuckDBResult result) => Borrowed(ResultError(ref result));

        [LibraryImport(Lib, EntryPoint = "duckdb_column_count")] public static partial ulong DuckDBColumnCount(ref DuckDBResult result);
        [LibraryImport(Lib, EntryPoint = "duckdb_column_logical_type")] public static partial DuckDBLogicalType DuckDBColumnLogicalType(ref DuckDBResult result, long column);
        [LibraryImport(Lib, EntryPoint = "duckdb_rows_changed")] public static partial long DuckDBRowsChanged(ref DuckDBResult result);
        [LibraryImport(Lib, EntryPoint = "duckdb_result_error_type")] public static partial DuckDBErrorType DuckDBResultErrorType(ref DuckDBResult result);
        [LibraryImport(Lib, EntryPoint = "duckdb_result_return_type")] public static partial DuckDBResultType DuckDBResultReturnType(DuckDBResult result);
        [LibraryImport(Lib, EntryPoint = "duckdb_fetch_chunk")] public static partial DuckDBDataChunk DuckDBFetchChunk(DuckDBResult result);

        [LibraryImport(Lib, EntryPoint = "duckdb_column_name")] private static partial IntPtr ColumnName(ref DuckDBResult result, long column);
        [LibraryImport(Lib, EntryPoint = "duckdb_result_error")] private static partial IntPtr ResultError(ref DuckDBResult result);
    }
}
