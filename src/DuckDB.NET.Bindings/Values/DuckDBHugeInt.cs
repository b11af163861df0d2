using System.Numerics;
using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>duckdb_hugeint: upper * 2^64 + lower, signed.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBHugeInt : IEquatable<DuckDBHugeInt>
{
    private readonly ulong lower;
    private readonly long upper;

    public DuckDBHugeInt(ulong lower, long upper)
    {
        this.lower = lower;
        this.upper = upper;
    }

    public DuckDBHugeInt(BigInteger value)
    {
        if (value < HugeIntMinValue || value > HugeIntMaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "The value does not fit a HUGEINT.");
        }

        var v = (Int128)value;
        lower = (ulong)v;
        upper = (long)(v >> 64);
    }

    public static BigInteger HugeIntMinValue { get; } = (BigInteger)Int128.MinValue;
    public static BigInteger HugeIntMaxValue { get; } = (BigInteger)Int128.MaxValue;

    public ulong Lower => lower;
    public long Upper => upper;

    public Int128 ToInt128() => new((ulong)upper, lower);
    public BigInteger ToBigInteger() => ToInt128();

    public bool Equals(DuckDBHugeInt other) => lower == other.lower && upper == other.upper;
    public override bool Equals(object? obj) => obj is DuckDBHugeInt other && Equals(other);
    public override int GetHashCode() => HashCode.Combine(lower, upper);
    public override string ToString() => ToInt128().ToString(System.Globalization.CultureInfo.InvariantCulture);
    public static bool operator ==(DuckDBHugeInt left, DuckDBHugeInt right) => left.Equals(right);
    public static bool operator !=(DuckDBHugeInt left, DuckDBHugeInt right) => !left.Equals(right);
}
