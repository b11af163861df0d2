using System.Numerics;

namespace DuckDB.NET.Bindings.Tests;

public sealed class NumberTests : IDisposable
{
    private readonly InMemory db = new();

    public void Dispose() => db.Dispose();

    [Fact]
    public void Booleans_come_out_and_go_in()
    {
        Assert.True(db.Read<bool>("select true"));
        Assert.False(db.Read<bool>("select ?", false));
    }

    // The limits of two's complement, as DuckDB's documentation lists them.
    [Theory]
    [InlineData("TINYINT", sbyte.MinValue, sbyte.MaxValue)]
    [InlineData("SMALLINT", short.MinValue, short.MaxValue)]
    [InlineData("INTEGER", int.MinValue, int.MaxValue)]
    [InlineData("BIGINT", long.MinValue, long.MaxValue)]
    [InlineData("UTINYINT", byte.MinValue, byte.MaxValue)]
    [InlineData("USMALLINT", ushort.MinValue, ushort.MaxValue)]
    [InlineData("UINTEGER", uint.MinValue, uint.MaxValue)]
    [InlineData("UBIGINT", ulong.MinValue, ulong.MaxValue)]
    public void Integers_keep_their_limits_and_type_both_ways(string type, object least, object most)
    {
        foreach (var limit in new[] { least, most })
        {
            Assert.Equal(limit, db.Read<object>($"select '{limit}'::{type}"));
            Assert.Equal(limit, db.Read<object>("select ?", limit));
            Assert.Equal(type, db.Read<string>("select typeof(?)", limit));
        }
    }

    [Theory]
    [InlineData("-170141183460469231731687303715884105728", "HUGEINT")] // -2^127
    [InlineData("170141183460469231731687303715884105727", "HUGEINT")] // 2^127 - 1
    [InlineData("-1", "HUGEINT")]
    [InlineData("18446744073709551616", "HUGEINT")] // 2^64: the halves must not change places
    [InlineData("0", "UHUGEINT")]
    [InlineData("340282366920938463463374607431768211455", "UHUGEINT")] // 2^128 - 1
    public void Huge_integers_come_out_and_go_in(string digits, string type)
    {
        var value = BigInteger.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(value, db.Read<BigInteger>($"select '{digits}'::{type}"));
        Assert.Equal(digits, db.Read<string>($"select (?::{type})::varchar", value));
    }

    [Theory]
    [InlineData("123456789012345678901234567890123456789012345678901234567890")]
    [InlineData("-123456789012345678901234567890123456789012345678901234567890")]
    public void Bignums_come_out_and_go_in(string digits)
    {
        var value = BigInteger.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(value, db.Read<BigInteger>($"select '{digits}'::bignum"));
        Assert.Equal(digits, db.Echo(value));
    }

    [Theory]
    [InlineData(4, 1, "-999.9")] // stored in 16 bits
    [InlineData(9, 2, "1234567.89")] // 32
    [InlineData(18, 4, "-12345678901234.5678")] // 64
    [InlineData(38, 0, "79228162514264337593543950335")] // 128, and the largest System.Decimal
    [InlineData(38, 10, "-1234567890123456.0123456789")]
    [InlineData(38, 28, "1.2345678901234567890123456789")]
    [InlineData(38, 28, "-0.0000000000000000000000000001")]
    public void Decimals_come_out_and_go_in_exactly(int width, int scale, string digits)
    {
        var value = decimal.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(value, db.Read<decimal>($"select '{digits}'::decimal({width},{scale})"));
        Assert.Equal(digits, db.Read<string>($"select (?::decimal({width},{scale}))::varchar", value));
    }

    [Fact]
    public void Decimal_too_large_for_System_Decimal_is_an_error_and_not_another_number()
        => Assert.Throws<OverflowException>(() => db.Read<decimal>("select 12345678901234567890123456789012345.678::decimal(38,3)"));

    [Fact]
    public void Floating_point_keeps_its_bits()
    {
        foreach (var value in new[] { 0.1, -0.0, double.Epsilon, double.MaxValue, double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(db.Read<double>("select ?", value)));
        }

        Assert.Equal(float.MaxValue, db.Read<float>("select ?", float.MaxValue));
        Assert.Equal(0.1f, db.Read<float>("select 0.1::float"));
    }

    [Fact]
    public void Number_too_large_for_the_type_asked_for_is_refused()
        => Assert.Throws<InvalidCastException>(() => db.Read<int>("select 5000000000::bigint"));
}
