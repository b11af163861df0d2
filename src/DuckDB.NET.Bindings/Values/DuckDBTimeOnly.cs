using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>duckdb_time_struct.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBTimeOnly(byte hour, byte min, byte sec, int microsecond = 0) : IEquatable<DuckDBTimeOnly>
{
    private readonly byte hour = hour;
    private readonly byte min = min;
    private readonly byte sec = sec;
    private readonly int microsecond = microsecond;

    public byte Hour => hour;
    public byte Min => min;
    public byte Sec => sec;
    public int Microsecond => microsecond;

    internal static DuckDBTimeOnly FromMicros(long micros)
        => new((byte)(micros / 3_600_000_000), (byte)(micros / 60_000_000 % 60), (byte)(micros / 1_000_000 % 60), (int)(micros % 1_000_000));

    internal long TotalMicros => ((hour * 60L + min) * 60 + sec) * 1_000_000 + microsecond;

    /// <summary>DuckDB's 24:00:00 becomes an ArgumentOutOfRangeException: TimeOnly has no such time.</summary>
    public TimeOnly ToTimeOnly() => new(TotalMicros * TimeSpan.TicksPerMicrosecond);

    public static explicit operator TimeOnly(DuckDBTimeOnly time) => time.ToTimeOnly();

    public bool Equals(DuckDBTimeOnly other) => TotalMicros == other.TotalMicros;
    public override bool Equals(object? obj) => obj is DuckDBTimeOnly other && Equals(other);
    public override int GetHashCode() => TotalMicros.GetHashCode();
    public override string ToString() => FormattableString.Invariant($"{hour:00}:{min:00}:{sec:00}.{microsecond:000000}");
    public static bool operator ==(DuckDBTimeOnly left, DuckDBTimeOnly right) => left.Equals(right);
    public static bool operator !=(DuckDBTimeOnly left, DuckDBTimeOnly right) => !left.Equals(right);
}
