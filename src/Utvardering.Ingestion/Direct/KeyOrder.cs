namespace Utvardering.Ingestion.Direct;

/// <summary>Whether keys, as the numbers that <see cref="KeyNumbers"/> gives them, come in their order, and whether one comes twice.</summary>
internal static class KeyOrder
{
    /// <summary>A bit for each possible key: 64 MB at most.</summary>
    private const long MostBits = 1L << 29;

    private const int WordBits = 64;

    /// <summary>Each key comes after the one before: so none comes twice.</summary>
    public static bool Ascends(CodedRows rows, IReadOnlyList<DirectColumn> columns, KeyNumbers keys)
    {
        var ends = new (long First, long Last)?[rows.Count];
        var within = Parallel.For(
            0, rows.Count, new() { MaxDegreeOfParallelism = Environment.ProcessorCount },
            () => (Block: new CodedBlock(columns), Keys: Array.Empty<long>()),
            (index, loop, held) =>
            {
                rows.Read(index, held.Block);
                held.Keys = keys.Of(held.Block, held.Keys);
                var numbers = held.Keys.AsSpan(0, held.Block.Rows);
                ends[index] = numbers.IsEmpty ? null : (numbers[0], numbers[^1]);
                if (!Ascends(numbers))
                {
                    loop.Stop();
                }

                return held;
            },
            _ => { });
        return within.IsCompleted && Ascends([.. ends.OfType<(long First, long Last)>()]);
    }

    /// <summary>No key comes twice; null when there are too many possible ones to tell.</summary>
    public static bool? AreUnique(CodedRows rows, IReadOnlyList<DirectColumn> columns, KeyNumbers keys)
    {
        if (keys.Possible is not { } possible || possible > MostBits)
        {
            return null;
        }

        var seen = new ulong[(possible + WordBits - 1) / WordBits];
        var (block, numbers) = (new CodedBlock(columns), Array.Empty<long>());
        for (var index = 0; index < rows.Count; index++)
        {
            rows.Read(index, block);
            numbers = keys.Of(block, numbers);
            if (Repeats(numbers.AsSpan(0, block.Rows), seen))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Ascends(ReadOnlySpan<long> keys)
    {
        for (var row = 1; row < keys.Length; row++)
        {
            if (keys[row] <= keys[row - 1])
            {
                return false;
            }
        }

        return true;
    }

    private static bool Ascends(IReadOnlyList<(long First, long Last)> blocks) => blocks.Zip(blocks.Skip(1)).All(pair => pair.First.Last < pair.Second.First);

    private static bool Repeats(ReadOnlySpan<long> keys, ulong[] seen)
    {
        foreach (var key in keys)
        {
            ref var word = ref seen[key / WordBits];
            var bit = 1UL << (int)(key % WordBits);
            if ((word & bit) != 0)
            {
                return true;
            }

            word |= bit;
        }

        return false;
    }
}
