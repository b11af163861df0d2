using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    public static partial class ErrorData
    {
        [LibraryImport(Lib, EntryPoint = "duckdb_error_data_error_type")] public static partial DuckDBErrorType DuckDBErrorDataErrorType(DuckDBErrorData error);
    }
}
