using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>duckdb_interval.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBInterval(int months, int days, long micros)
{
    private readonly int months = months;
    private readonly int days = days;
    private readonly long micros = micros;

    public int Months => months;
    public int Days => days;
    public long Micros => micros;

    public static implicit operator DuckDBInterval(TimeSpan value)
        => new(0, value.Days, (value.Ticks - value.Days * TimeSpan.TicksPerDay) / TimeSpan.TicksPerMicrosecond);

    /// <summary>A month has no length, so an interval with months is refused.</summary>
    public static explicit operator TimeSpan(DuckDBInterval value)
    {
        if (value.months != 0)
        {
            throw new InvalidCastException("An INTERVAL with months has no TimeSpan.");
        }

        return new TimeSpan(checked(value.days * TimeSpan.TicksPerDay + value.micros * TimeSpan.TicksPerMicrosecond));
    }
}
