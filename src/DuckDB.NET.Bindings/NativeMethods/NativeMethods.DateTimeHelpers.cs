namespace DuckDB.NET.Native;

public static unsafe partial class NativeMethods
{
    public static class DateTimeHelpers
    {
        // Plain arithmetic: see DuckDBDateOnly for why the C functions are not called.
        private const int MaxOffset = 16 * 3600 - 1;

        public static DuckDBTimeOnly DuckDBFromTime(DuckDBTime time) => DuckDBTimeOnly.FromMicros(time.Micros);
        public static DuckDBTime DuckDBToTime(DuckDBTimeOnly time) => new() { Micros = time.TotalMicros };
        public static DuckDBTimeTz DuckDBFromTimeTz(DuckDBTimeTzStruct time) => new(DuckDBTimeOnly.FromMicros((long)(time.Bits >> 24)), MaxOffset - (int)(time.Bits & 0xFFFFFF));
    }
}
