using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    public static partial class Configuration
    {
        public static int DuckDBConfigCount() => checked((int)ConfigCount());

        public static DuckDBState DuckDBGetConfigFlag(int index, out string? name, out string? description)
        {
            IntPtr n = IntPtr.Zero, d = IntPtr.Zero;
            var state = GetConfigFlag((nuint)index, ref n, ref d);
            name = Borrowed(n);
            description = Borrowed(d);
            return state;
        }

        [LibraryImport(Lib, EntryPoint = "duckdb_create_config")] public static partial DuckDBState DuckDBCreateConfig(out DuckDBConfig config);
        [LibraryImport(Lib, EntryPoint = "duckdb_set_config", StringMarshalling = StringMarshalling.Utf8)] public static partial DuckDBState DuckDBSetConfig(DuckDBConfig config, string name, string option);

        [LibraryImport(Lib, EntryPoint = "duckdb_config_count")] private static partial nuint ConfigCount();
        [LibraryImport(Lib, EntryPoint = "duckdb_get_config_flag")] private static partial DuckDBState GetConfigFlag(nuint index, ref IntPtr name, ref IntPtr description);
    }
}
