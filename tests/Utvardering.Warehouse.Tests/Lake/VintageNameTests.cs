using Utvardering.Warehouse.Lake;

namespace Utvardering.Warehouse.Tests.Lake;

public sealed class VintageNameTests
{
    private static readonly string Hash = string.Concat(Enumerable.Repeat("0123456789abcdef", 4));

    [Fact]
    public void It_is_written_in_UTC_and_read_back()
    {
        var name = VintageName.Of(new(2024, 6, 1, 6, 15, 9, 500, TimeSpan.FromHours(2)), Hash);
        Assert.Equal("20240601T041509Z-0123456789ab", name.ToString());
        Assert.Equal(name, VintageName.TryParse(name.ToString()));
    }

    [Theory]
    [InlineData("20241301T041509Z-0123456789ab")]
    [InlineData("20240601T041509Z-0123456789AB")]
    [InlineData("20240601T041509Z")]
    [InlineData("notes")]
    public void Other_names_are_no_vintages(string text) => Assert.Null(VintageName.TryParse(text));
}
