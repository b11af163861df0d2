using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    public static partial class Startup
    {
        public static DuckDBState DuckDBOpen(string? path, out DuckDBDatabase database, DuckDBConfig config, out string? error)
        {
            var message = IntPtr.Zero;
            var state = OpenExt(path, out database, config, ref message);
            error = Owned(message);
            return state;
        }

        public static string DuckDBLibraryVersion() => Borrowed(LibraryVersion()) ?? "";

        [LibraryImport(Lib, EntryPoint = "duckdb_connect")] public static partial DuckDBState DuckDBConnect(DuckDBDatabase database, out DuckDBNativeConnection connection);
        [LibraryImport(Lib, EntryPoint = "duckdb_query_progress")] public static partial DuckDBQueryProgress DuckDBQueryProgress(DuckDBNativeConnection connection);
        [LibraryImport(Lib, EntryPoint = "duckdb_connection_get_client_context")] public static partial void DuckDBConnectionGetClientContext(DuckDBNativeConnection connection, out DuckDBClientContext context);

        [LibraryImport(Lib, EntryPoint = "duckdb_open_ext", StringMarshalling = StringMarshalling.Utf8)] private static partial DuckDBState OpenExt(string? path, out DuckDBDatabase database, DuckDBConfig config, ref IntPtr error);
        [LibraryImport(Lib, EntryPoint = "duckdb_library_version")] private static partial IntPtr LibraryVersion();
    }
}
