using System.Runtime.InteropServices;
using System.Text;

namespace DuckDB.NET.Native;

public static unsafe partial class NativeMethods
{
    public static partial class Value
    {
        public static DuckDBValue DuckDBCreateVarchar(string text)
        {
            // With a length, so that a NUL inside the text survives.
            ArgumentNullException.ThrowIfNull(text);
            var bytes = Encoding.UTF8.GetBytes(text);
            fixed (byte* p = bytes)
            {
                byte nothing = 0;
                return CreateVarcharLength(p == null ? &nothing : p, (ulong)bytes.Length);
            }
        }

        public static DuckDBValue DuckDBCreateListValue(DuckDBLogicalType type, DuckDBValue[] values, int count) => FromValues(type, values, count, false);
        public static DuckDBValue DuckDBCreateArrayValue(DuckDBLogicalType type, DuckDBValue[] values, int count) => FromValues(type, values, count, true);

        private static DuckDBValue FromValues(DuckDBLogicalType type, DuckDBValue[] values, int count, bool array)
        {
            ArgumentNullException.ThrowIfNull(values);
            var handles = new IntPtr[Math.Max(count, 1)];
            var held = 0;
            try
            {
                for (; held < count; held++)
                {
                    var added = false;
                    values[held].DangerousAddRef(ref added);
                    handles[held] = values[held].DangerousGetHandle();
                }

                return array ? CreateArrayValue(type, handles, (ulong)count) : CreateListValue(type, handles, (ulong)count);
            }
            finally
            {
                while (held > 0)
                {
                    values[--held].DangerousRelease();
                }
            }
        }

        [LibraryImport(Lib, EntryPoint = "duckdb_create_null_value")] public static partial DuckDBValue DuckDBCreateNullValue();
        [LibraryImport(Lib, EntryPoint = "duckdb_create_bool")] public static partial DuckDBValue DuckDBCreateBool([MarshalAs(UnmanagedType.U1)] bool value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_int8")] public static partial DuckDBValue DuckDBCreateInt8(sbyte value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_uint8")] public static partial DuckDBValue DuckDBCreateUInt8(byte value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_int16")] public static partial DuckDBValue DuckDBCreateInt16(short value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_uint16")] public static partial DuckDBValue DuckDBCreateUInt16(ushort value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_int32")] public static partial DuckDBValue DuckDBCreateInt32(int value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_uint32")] public static partial DuckDBValue DuckDBCreateUInt32(uint value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_int64")] public static partial DuckDBValue DuckDBCreateInt64(long value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_uint64")] public static partial DuckDBValue DuckDBCreateUInt64(ulong value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_hugeint")] public static partial DuckDBValue DuckDBCreateHugeInt(DuckDBHugeInt value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_uhugeint")] public static partial DuckDBValue DuckDBCreateUHugeInt(DuckDBUHugeInt value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_bignum")] public static partial DuckDBValue DuckDBCreateBignum(DuckDBBignum value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_decimal")] public static partial DuckDBValue DuckDBCreateDecimal(DuckDBDecimal value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_float")] public static partial DuckDBValue DuckDBCreateFloat(float value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_double")] public static partial DuckDBValue DuckDBCreateDouble(double value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_date")] public static partial DuckDBValue DuckDBCreateDate(DuckDBDate value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_time")] public static partial DuckDBValue DuckDBCreateTime(DuckDBTime value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_time_tz_value")] public static partial DuckDBValue DuckDBCreateTimeTz(DuckDBTimeTzStruct value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_timestamp")] public static partial DuckDBValue DuckDBCreateTimestamp(DuckDBTimestampStruct value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_timestamp_tz")] public static partial DuckDBValue DuckDBCreateTimestampTz(DuckDBTimestampStruct value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_timestamp_s")] public static partial DuckDBValue DuckDBCreateTimestampS(DuckDBTimestampStruct value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_timestamp_ms")] public static partial DuckDBValue DuckDBCreateTimestampMs(DuckDBTimestampStruct value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_timestamp_ns")] public static partial DuckDBValue DuckDBCreateTimestampNs(DuckDBTimestampStruct value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_interval")] public static partial DuckDBValue DuckDBCreateInterval(DuckDBInterval value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_blob")] public static partial DuckDBValue DuckDBCreateBlob(byte[] value, long length);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_uuid")] public static partial DuckDBValue DuckDBCreateUuid(DuckDBHugeInt value);

        [LibraryImport(Lib, EntryPoint = "duckdb_create_varchar_length")] private static partial DuckDBValue CreateVarcharLength(byte* text, ulong length);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_list_value")] private static partial DuckDBValue CreateListValue(DuckDBLogicalType type, IntPtr[] values, ulong count);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_array_value")] private static partial DuckDBValue CreateArrayValue(DuckDBLogicalType type, IntPtr[] values, ulong count);
    }
}
