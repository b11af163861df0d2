using System.Globalization;
using System.Text;
using Utvardering.Ingestion.Direct;

namespace Utvardering.Ingestion.Tests.Direct;

public sealed class PlainNumberTests
{
    /// <summary>.NET's parser rounds to the nearest double, as IEEE 754 asks, and is no part of ours for up to 15 digits.</summary>
    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("0.0")]
    [InlineData("007")]
    [InlineData("1.5")]
    [InlineData("-12.25")]
    [InlineData("0.1")]
    [InlineData("9999.9")]
    [InlineData("999999999999999")]
    [InlineData("0.00000000000001")]
    [InlineData("0.30000000000000004")]
    [InlineData("12345678901234567890")]
    [InlineData("0.1000000000000000055511151231257827")]
    public void A_decimal_is_the_nearest_double(string text)
    {
        Assert.True(PlainNumber.TryDecimal(Encoding.UTF8.GetBytes(text), (byte)'.', out var number));
        Assert.Equal(BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)), BitConverter.DoubleToInt64Bits(number));
    }

    [Fact]
    public void Every_number_of_three_decimals_is_the_nearest_double()
    {
        for (var thousandths = -50_000; thousandths < 1_000_000; thousandths += 7)
        {
            var text = (thousandths / 1000m).ToString("0.000", CultureInfo.InvariantCulture);
            Assert.True(PlainNumber.TryDecimal(Encoding.UTF8.GetBytes(text), (byte)'.', out var number));
            Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), number);
        }
    }

    [Fact]
    public void The_decimal_sign_may_be_a_comma()
    {
        Assert.True(PlainNumber.TryDecimal("-1,5"u8, (byte)',', out var number));
        Assert.Equal(-1.5, number);
        Assert.False(PlainNumber.TryDecimal("1.5"u8, (byte)',', out _));
        Assert.False(PlainNumber.TryDecimal("1,5"u8, (byte)'.', out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("-.5")]
    [InlineData("+1")]
    [InlineData("--1")]
    [InlineData("1e5")]
    [InlineData("1.2.3")]
    [InlineData("1 000")]
    [InlineData(" 1")]
    [InlineData("1_0")]
    [InlineData("nan")]
    [InlineData("inf")]
    [InlineData("\u0661")]
    public void What_is_written_otherwise_is_not_taken(string text)
    {
        Assert.False(PlainNumber.TryDecimal(Encoding.UTF8.GetBytes(text), (byte)'.', out _));
        Assert.False(PlainNumber.TryWhole(Encoding.UTF8.GetBytes(text), out _));
    }

    [Fact]
    public void A_decimal_too_large_for_a_double_is_not_taken() => Assert.False(PlainNumber.TryDecimal(Encoding.UTF8.GetBytes("1" + new string('0', 400)), (byte)'.', out _));

    [Theory]
    [InlineData("0", 0L)]
    [InlineData("7", 7L)]
    [InlineData("-120", -120L)]
    [InlineData("999999999999999999", 999_999_999_999_999_999L)]
    public void A_whole_number_is_read(string text, long number)
    {
        Assert.True(PlainNumber.TryWhole(Encoding.UTF8.GetBytes(text), out var read));
        Assert.Equal(number, read);
    }

    [Theory]
    [InlineData("007")]
    [InlineData("-0")]
    [InlineData("-01")]
    [InlineData("1.0")]
    [InlineData("1000000000000000000")]
    public void A_whole_number_in_another_form_is_not_taken(string text) => Assert.False(PlainNumber.TryWhole(Encoding.UTF8.GetBytes(text), out _));
}
