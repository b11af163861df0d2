namespace Utvardering.Statistics.Random;

/// <summary>
/// One of 2⁶⁴ independent streams of random numbers under a seed. Give each replication (assignment, bootstrap draw)
/// the stream of its own number: the results then do not depend on the order or the thread in which they are made.
/// </summary>
/// <param name="seed">The seed: the key of <see cref="Philox4x32"/>.</param>
/// <param name="stream">The number of the stream: the upper half of the counter.</param>
public sealed class RandomSequence(ulong seed, ulong stream)
{
    private const int WordsInBlock = 4;

    private ulong nextBlock;
    private Philox4x32Block block;
    private int used = WordsInBlock;

    /// <summary>A whole number, uniform on 0 … 2³² − 1.</summary>
    public uint NextUInt32()
    {
        if (used == WordsInBlock)
        {
            var counter = new Philox4x32Block((uint)nextBlock, (uint)(nextBlock >> 32), (uint)stream, (uint)(stream >> 32));
            block = Philox4x32.Block(counter, ((uint)seed, (uint)(seed >> 32)));
            nextBlock++;
            used = 0;
        }

        return used++ switch
        {
            0 => block.Word0,
            1 => block.Word1,
            2 => block.Word2,
            _ => block.Word3,
        };
    }

    /// <summary>A number uniform on [0, 1) with 53 random bits.</summary>
    public double NextDouble()
    {
        var high = (ulong)NextUInt32();
        return (((high << 32) | NextUInt32()) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>A whole number, uniform on 0 … <paramref name="bound"/> − 1, without modulo bias.</summary>
    /// <remarks>Lemire (2019), "Fast Random Integer Generation in an Interval", algorithm 5.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not positive.</exception>
    public int NextBelow(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        var range = (uint)bound;

        // 2³² mod range: products whose low word is below it belong to the surplus that would bias the draw.
        var surplus = unchecked(0u - range) % range;
        ulong product;
        do
        {
            product = (ulong)NextUInt32() * range;
        }
        while ((uint)product < surplus);

        return (int)(product >> 32);
    }

    /// <summary>A standard normal number by inversion: one uniform for each, so that streams stay aligned.</summary>
    public double NextNormal() => Distributions.Quantile.Normal(Math.Clamp(NextDouble(), 0.5 / (1UL << 53), 1 - (1.0 / (1UL << 53))));
}
