using System.Numerics;
using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>duckdb_uhugeint: upper * 2^64 + lower, unsigned.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBUHugeInt : IEquatable<DuckDBUHugeInt>
{
    private readonly ulong lower;
    private readonly ulong upper;

    public DuckDBUHugeInt(BigInteger value)
    {
        if (value < HugeIntMinValue || value > HugeIntMaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "The value does not fit a UHUGEINT.");
        }

        var v = (UInt128)value;
        lower = (ulong)v;
        upper = (ulong)(v >> 64);
    }

    public static BigInteger HugeIntMinValue { get; } = BigInteger.Zero;
    public static BigInteger HugeIntMaxValue { get; } = (BigInteger)UInt128.MaxValue;

    public ulong Lower => lower;
    public ulong Upper => upper;

    public UInt128 ToUInt128() => new(upper, lower);
    public BigInteger ToBigInteger() => ToUInt128();

    public bool Equals(DuckDBUHugeInt other) => lower == other.lower && upper == other.upper;
    public override bool Equals(object? obj) => obj is DuckDBUHugeInt other && Equals(other);
    public override int GetHashCode() => HashCode.Combine(lower, upper);
    public override string ToString() => ToUInt128().ToString(System.Globalization.CultureInfo.InvariantCulture);
    public static bool operator ==(DuckDBUHugeInt left, DuckDBUHugeInt right) => left.Equals(right);
    public static bool operator !=(DuckDBUHugeInt left, DuckDBUHugeInt right) => !left.Equals(right);
}
