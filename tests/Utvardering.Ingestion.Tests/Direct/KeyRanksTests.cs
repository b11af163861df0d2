using Utvardering.Ingestion.Direct;

namespace Utvardering.Ingestion.Tests.Direct;

public sealed class KeyRanksTests
{
    [Fact]
    public void The_first_field_has_the_leading_digit() => Assert.Equal([12L, 4L, 1L], new KeyRanks([5, 3, 4]).Weights);

    [Theory]
    [InlineData(new long[] { 0, 1, 5, 59 }, true, true)]
    [InlineData(new long[] { 1, 0 }, false, true)]
    [InlineData(new long[] { 1, 1 }, false, false)]
    [InlineData(new long[] { 3, 5, 3 }, false, false)]
    [InlineData(new long[0], true, true)]
    public void Order_and_repeats_are_told(long[] keys, bool ascend, bool unique)
    {
        var ranks = new KeyRanks([5, 3, 4]);
        Array.ForEach(keys, key => ranks.Take([key]));
        Assert.Equal((ascend, unique), (ranks.Ascend, ranks.AreUnique));
    }

    [Fact]
    public void Of_too_many_possible_keys_only_the_order_is_told()
    {
        var ranks = new KeyRanks([60_000, 60_000, 2]);
        ranks.Take([7, 8]);
        Assert.True(ranks.AreUnique);
        ranks.Take([3]);
        Assert.Equal((true, false, (bool?)null), (ranks.AreNumbers, ranks.Ascend, ranks.AreUnique));
    }

    [Fact]
    public void Of_more_possible_keys_than_numbers_nothing_is_told()
    {
        var ranks = new KeyRanks([60_000, 60_000, 60_000, 60_000, 60_000]);
        Assert.Equal((false, false, (bool?)null), (ranks.AreNumbers, ranks.Ascend, ranks.AreUnique));
    }
}
