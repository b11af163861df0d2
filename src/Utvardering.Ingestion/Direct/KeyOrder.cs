namespace Utvardering.Ingestion.Direct;

/// <summary>Whether keys, as the numbers that <see cref="KeyNumbers"/> gives them, come in their order.</summary>
internal static class KeyOrder
{
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
}
