using Utvardering.Statistics.Random;

namespace Utvardering.Statistics.Tests.Random;

public class RandomSequenceTests
{
    [Fact]
    public void Words_are_the_blocks_of_the_counter_in_order()
    {
        var sequence = new RandomSequence(seed: 0x0000_0002_0000_0001, stream: 0x0000_0004_0000_0003);
        var first = Philox4x32.Block(new(0, 0, 3, 4), (1, 2));
        var second = Philox4x32.Block(new(1, 0, 3, 4), (1, 2));

        uint[] expected = [first.Word0, first.Word1, first.Word2, first.Word3, second.Word0];
        Assert.Equal(expected, Enumerable.Range(0, 5).Select(_ => sequence.NextUInt32()));
    }

    [Fact]
    public void The_same_seed_and_stream_give_the_same_numbers_and_another_stream_others()
    {
        static uint[] Draw(ulong stream) => [.. Enumerable.Repeat(new RandomSequence(5, stream), 20).Select(sequence => sequence.NextUInt32())];

        Assert.Equal(Draw(1), Draw(1));
        Assert.NotEqual(Draw(1), Draw(2));
    }

    [Fact]
    public void Doubles_lie_from_zero_to_below_one_and_average_a_half()
    {
        var sequence = new RandomSequence(1, 0);
        var draws = Enumerable.Range(0, 100_000).Select(_ => sequence.NextDouble()).ToArray();

        Assert.All(draws, draw => Assert.InRange(draw, 0, Math.BitDecrement(1)));
        // Standard error of the mean: 1 / √(12 × 100 000) = 0.0009; five of them.
        Assert.InRange(draws.Average(), 0.4955, 0.5045);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(11)]
    public void Bounded_numbers_are_uniform(int bound)
    {
        var sequence = new RandomSequence(1, 0);
        var counts = new int[bound];
        for (var i = 0; i < 30_000; i++)
        {
            counts[sequence.NextBelow(bound)]++;
        }

        // Binomial standard deviation √(n p (1 − p)), five of them.
        var expected = 30_000.0 / bound;
        var slack = 5 * Math.Sqrt(expected * (1 - (1.0 / bound)));
        Assert.All(counts, count => Assert.InRange(count, expected - slack, expected + slack));
    }

    [Fact]
    public void A_bound_of_zero_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomSequence(1, 0).NextBelow(0));
}
