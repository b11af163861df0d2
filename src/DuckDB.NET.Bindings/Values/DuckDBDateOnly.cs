using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>duckdb_date_struct.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBDateOnly(int year, byte month, byte day) : IEquatable<DuckDBDateOnly>
{
    private readonly int year = year;
    private readonly byte month = month;
    private readonly byte day = day;

    public int Year => year;
    public byte Month => month;
    public byte Day => day;

    // The conversions are done here, not by duckdb_from_date and its kin: those throw a C++ exception
    // through the C ABI for a date out of range, which ends the process.
    public static DuckDBDateOnly FromDuckDBDate(DuckDBDate date) => Calendar.FromDays(date.Days);

    public DuckDBDate ToDuckDBDate()
    {
        var days = Calendar.ToDays(this);
        if (days is < -int.MaxValue or > int.MaxValue)
        {
            throw new OverflowException($"{this} is outside the range of DATE.");
        }

        // Without this, 30 February is written as 1 March.
        return Calendar.FromDays((int)days) == this
            ? new DuckDBDate { Days = (int)days }
            : throw new OverflowException($"{this} is no day of the calendar.");
    }

    public bool IsPositiveInfinity => Calendar.ToDays(this) == int.MaxValue;
    public bool IsNegativeInfinity => Calendar.ToDays(this) == -int.MaxValue;
    public bool IsInfinity => IsPositiveInfinity || IsNegativeInfinity;

    public DateOnly ToDateOnly() => new(year, month, day);
    public static DuckDBDateOnly FromDateOnly(DateOnly date) => new(date.Year, (byte)date.Month, (byte)date.Day);

    public static explicit operator DateOnly(DuckDBDateOnly date) => date.ToDateOnly();
    public static implicit operator DuckDBDateOnly(DateOnly date) => FromDateOnly(date);
    public static explicit operator DateTime(DuckDBDateOnly date) => new(date.year, date.month, date.day);

    public bool Equals(DuckDBDateOnly other) => year == other.year && month == other.month && day == other.day;
    public override bool Equals(object? obj) => obj is DuckDBDateOnly other && Equals(other);
    public override int GetHashCode() => HashCode.Combine(year, month, day);
    public override string ToString() => FormattableString.Invariant($"{year:0000}-{month:00}-{day:00}");
    public static bool operator ==(DuckDBDateOnly left, DuckDBDateOnly right) => left.Equals(right);
    public static bool operator !=(DuckDBDateOnly left, DuckDBDateOnly right) => !left.Equals(right);
}
