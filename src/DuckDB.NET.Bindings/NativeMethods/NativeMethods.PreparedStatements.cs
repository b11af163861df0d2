using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static unsafe partial class NativeMethods
{
    public static partial class PreparedStatements
    {
        public static string? DuckDBPrepareError(DuckDBPreparedStatement statement) => Borrowed(PrepareError(statement));

        public static DuckDBState DuckDBBindParameterIndex(DuckDBPreparedStatement statement, out int index, string name)
        {
            ulong wide = 0; // idx_t*: DuckDB writes 8 bytes
            var state = BindParameterIndex(statement, ref wide, name);
            index = checked((int)wide);
            return state;
        }

        public static DuckDBState DuckDBExecutePrepared(DuckDBPreparedStatement statement, out DuckDBResult result)
        {
            result = default;
            return ExecutePrepared(statement, ref result);
        }

        public static DuckDBState DuckDBExecutePreparedStreaming(DuckDBPreparedStatement statement, out DuckDBResult result)
        {
            result = default;
            return ExecutePreparedStreaming(statement, ref result);
        }

        [LibraryImport(Lib, EntryPoint = "duckdb_nparams")] public static partial long DuckDBParams(DuckDBPreparedStatement statement);
        [LibraryImport(Lib, EntryPoint = "duckdb_param_logical_type")] public static partial DuckDBLogicalType DuckDBParamLogicalType(DuckDBPreparedStatement statement, long index);
        [LibraryImport(Lib, EntryPoint = "duckdb_bind_value")] public static partial DuckDBState DuckDBBindValue(DuckDBPreparedStatement statement, long index, DuckDBValue value);

        [LibraryImport(Lib, EntryPoint = "duckdb_prepare_error")] private static partial IntPtr PrepareError(DuckDBPreparedStatement statement);
        [LibraryImport(Lib, EntryPoint = "duckdb_bind_parameter_index", StringMarshalling = StringMarshalling.Utf8)] private static partial DuckDBState BindParameterIndex(DuckDBPreparedStatement statement, ref ulong index, string name);
        [LibraryImport(Lib, EntryPoint = "duckdb_execute_prepared")] private static partial DuckDBState ExecutePrepared(DuckDBPreparedStatement statement, ref DuckDBResult result);
        [LibraryImport(Lib, EntryPoint = "duckdb_execute_prepared_streaming")] private static partial DuckDBState ExecutePreparedStreaming(DuckDBPreparedStatement statement, ref DuckDBResult result);
    }
}
