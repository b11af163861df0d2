using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>duckdb_timestamp_struct: a date and a time.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBTimestamp(DuckDBDateOnly date, DuckDBTimeOnly time)
{
    private readonly DuckDBDateOnly date = date;
    private readonly DuckDBTimeOnly time = time;

    public DuckDBDateOnly Date => date;
    public DuckDBTimeOnly Time => time;

    // An infinity is an ordinary value here (294247-01-10 04:00:54.775807 and its negative), and comes back as itself.
    public static DuckDBTimestamp FromDuckDBTimestampStruct(DuckDBTimestampStruct timestamp)
    {
        var (days, micros) = Math.DivRem(timestamp.Micros, Calendar.MicrosPerDay);
        if (micros < 0)
        {
            days--;
            micros += Calendar.MicrosPerDay;
        }

        return new DuckDBTimestamp(Calendar.FromDays((int)days), DuckDBTimeOnly.FromMicros(micros));
    }

    public DuckDBTimestampStruct ToDuckDBTimestampStruct()
        => new() { Micros = checked((long)WideMicros) };

    public bool IsPositiveInfinity => WideMicros == long.MaxValue;
    public bool IsNegativeInfinity => WideMicros == -long.MaxValue;
    public bool IsInfinity => IsPositiveInfinity || IsNegativeInfinity;

    // TIMESTAMP_S reaches years whose microseconds do not fit 64 bits.
    private Int128 WideMicros => (Int128)Calendar.ToDays(date) * Calendar.MicrosPerDay + time.TotalMicros;

    public DateTime ToDateTime() => new DateTime(date.Year, date.Month, date.Day).AddTicks(time.TotalMicros * TimeSpan.TicksPerMicrosecond);
}
