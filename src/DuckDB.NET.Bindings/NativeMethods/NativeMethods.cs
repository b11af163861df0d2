using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>
/// The DuckDB C API (duckdb.h), under the names and signatures that DuckDB.NET.Data 1.5.6.1 calls.
/// Rules of the header kept here:
///  - a returned "const char *" belongs to DuckDB and is only copied (Borrowed);
///  - a returned "char *" belongs to the caller and is freed with duckdb_free (Owned);
///  - idx_t is 64 bits even where the data assembly's signature says Int32, so those go through a wrapper;
///  - out values are zeroed first, because the C API leaves them alone on some failures.
/// </summary>
public static unsafe partial class NativeMethods
{
    private const string Lib = "duckdb";

    internal static string? Borrowed(IntPtr utf8) => Marshal.PtrToStringUTF8(utf8);

    internal static string? Owned(IntPtr utf8)
    {
        var text = Marshal.PtrToStringUTF8(utf8);
        Free(utf8);
        return text;
    }

    // Destructors and other parts used by the handle classes.
    [LibraryImport(Lib, EntryPoint = "duckdb_free")] internal static partial void Free(IntPtr ptr);
    [LibraryImport(Lib, EntryPoint = "duckdb_close")] internal static partial void Close(ref IntPtr database);
    [LibraryImport(Lib, EntryPoint = "duckdb_disconnect")] internal static partial void Disconnect(ref IntPtr connection);
    [LibraryImport(Lib, EntryPoint = "duckdb_interrupt")] internal static partial void Interrupt(DuckDBNativeConnection connection);
    [LibraryImport(Lib, EntryPoint = "duckdb_destroy_config")] internal static partial void DestroyConfig(ref IntPtr config);
    [LibraryImport(Lib, EntryPoint = "duckdb_destroy_client_context")] internal static partial void DestroyClientContext(ref IntPtr context);
    [LibraryImport(Lib, EntryPoint = "duckdb_client_context_get_connection_id")] internal static partial ulong ClientContextGetConnectionId(DuckDBClientContext context);
    [LibraryImport(Lib, EntryPoint = "duckdb_destroy_extracted")] internal static partial void DestroyExtracted(ref IntPtr statements);
    [LibraryImport(Lib, EntryPoint = "duckdb_destroy_prepare")] internal static partial void DestroyPrepare(ref IntPtr statement);
    [LibraryImport(Lib, EntryPoint = "duckdb_destroy_logical_type")] internal static partial void DestroyLogicalType(ref IntPtr type);
    [LibraryImport(Lib, EntryPoint = "duckdb_appender_destroy")] internal static partial DuckDBState AppenderDestroy(ref IntPtr appender);
    [LibraryImport(Lib, EntryPoint = "duckdb_destroy_arrow_options")] internal static partial void DestroyArrowOptions(ref IntPtr options);
    [LibraryImport(Lib, EntryPoint = "duckdb_destroy_data_chunk")] internal static partial void DestroyDataChunk(ref IntPtr chunk);
    [LibraryImport(Lib, EntryPoint = "duckdb_destroy_error_data")] internal static partial void DestroyErrorData(ref IntPtr error);
    [LibraryImport(Lib, EntryPoint = "duckdb_destroy_value")] internal static partial void DestroyValue(ref IntPtr value);
    [LibraryImport(Lib, EntryPoint = "duckdb_destroy_result")] internal static partial void DestroyResult(ref DuckDBResult result);
    [LibraryImport(Lib, EntryPoint = "duckdb_error_data_has_error")] [return: MarshalAs(UnmanagedType.U1)] internal static partial bool ErrorDataHasError(DuckDBErrorData error);
    [LibraryImport(Lib, EntryPoint = "duckdb_error_data_message")] internal static partial IntPtr ErrorDataMessage(DuckDBErrorData error);

    [LibraryImport(Lib, EntryPoint = "duckdb_is_null_value")] [return: MarshalAs(UnmanagedType.U1)] internal static partial bool IsNullValue(DuckDBValue value);
    [LibraryImport(Lib, EntryPoint = "duckdb_get_bool")] [return: MarshalAs(UnmanagedType.U1)] internal static partial bool GetBool(DuckDBValue value);
    [LibraryImport(Lib, EntryPoint = "duckdb_get_int8")] internal static partial sbyte GetInt8(DuckDBValue value);
    [LibraryImport(Lib, EntryPoint = "duckdb_get_uint8")] internal static partial byte GetUInt8(DuckDBValue value);
    [LibraryImport(Lib, EntryPoint = "duckdb_get_int16")] internal static partial short GetInt16(DuckDBValue value);
    [LibraryImport(Lib, EntryPoint = "duckdb_get_uint16")] internal static partial ushort GetUInt16(DuckDBValue value);
    [LibraryImport(Lib, EntryPoint = "duckdb_get_int32")] internal static partial int GetInt32(DuckDBValue value);
    [LibraryImport(Lib, EntryPoint = "duckdb_get_uint32")] internal static partial uint GetUInt32(DuckDBValue value);
    [LibraryImport(Lib, EntryPoint = "duckdb_get_int64")] internal static partial long GetInt64(DuckDBValue value);
    [LibraryImport(Lib, EntryPoint = "duckdb_get_uint64")] internal static partial ulong GetUInt64(DuckDBValue value);
    [LibraryImport(Lib, EntryPoint = "duckdb_get_hugeint")] internal static partial DuckDBHugeInt GetHugeInt(DuckDBValue value);
    [LibraryImport(Lib, EntryPoint = "duckdb_get_decimal")] internal static partial DuckDBDecimal GetDecimal(DuckDBValue value);
    [LibraryImport(Lib, EntryPoint = "duckdb_get_float")] internal static partial float GetFloat(DuckDBValue value);
    [LibraryImport(Lib, EntryPoint = "duckdb_get_double")] internal static partial double GetDouble(DuckDBValue value);
    [LibraryImport(Lib, EntryPoint = "duckdb_get_date")] internal static partial DuckDBDate GetDate(DuckDBValue value);
    [LibraryImport(Lib, EntryPoint = "duckdb_get_time")] internal static partial DuckDBTime GetTime(DuckDBValue value);
    [LibraryImport(Lib, EntryPoint = "duckdb_get_timestamp")] internal static partial DuckDBTimestampStruct GetTimestamp(DuckDBValue value);
    [LibraryImport(Lib, EntryPoint = "duckdb_get_timestamp_tz")] internal static partial DuckDBTimestampStruct GetTimestampTz(DuckDBValue value);
    [LibraryImport(Lib, EntryPoint = "duckdb_get_interval")] internal static partial DuckDBInterval GetInterval(DuckDBValue value);
    [LibraryImport(Lib, EntryPoint = "duckdb_get_varchar")] internal static partial IntPtr GetVarchar(DuckDBValue value);
}
