using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    public static partial class ExtractStatements
    {
        public static int DuckDBExtractStatements(DuckDBNativeConnection connection, string query, out DuckDBExtractedStatements statements)
            => checked((int)Extract(connection, query, out statements));

        public static string? DuckDBExtractStatementsError(DuckDBExtractedStatements statements) => Borrowed(ExtractError(statements));

        public static DuckDBState DuckDBPrepareExtractedStatement(DuckDBNativeConnection connection, DuckDBExtractedStatements statements, long index, out DuckDBPreparedStatement statement)
            => Prepare(connection, statements, index, out statement);

        [LibraryImport(Lib, EntryPoint = "duckdb_extract_statements", StringMarshalling = StringMarshalling.Utf8)] private static partial ulong Extract(DuckDBNativeConnection connection, string query, out DuckDBExtractedStatements statements);
        [LibraryImport(Lib, EntryPoint = "duckdb_extract_statements_error")] private static partial IntPtr ExtractError(DuckDBExtractedStatements statements);
        [LibraryImport(Lib, EntryPoint = "duckdb_prepare_extracted_statement")] private static partial DuckDBState Prepare(DuckDBNativeConnection connection, DuckDBExtractedStatements statements, long index, out DuckDBPreparedStatement statement);
    }
}
