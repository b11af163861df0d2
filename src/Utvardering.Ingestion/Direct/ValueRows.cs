using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Ingestion.Direct;

/// <summary>The second pass: coded rows as values, a chunk at a time.</summary>
/// <param name="rows">Where they are read.</param>
/// <param name="block">To read them into.</param>
/// <param name="fills">By column.</param>
/// <param name="keys">To put the numbers of their keys behind; null: they are not asked for.</param>
/// <param name="first">The first block.</param>
/// <param name="step">From one block to the next: 1 for all of them, in the file's order.</param>
internal sealed class ValueRows(CodedRows rows, CodedBlock block, IReadOnlyList<ColumnFill> fills, KeyNumbers? keys, int first, int step)
{
    private readonly IReadOnlyList<long> before = rows.Before();
    private long[] numbers = [];
    private long place;
    private int taken;
    private int next = first;

    /// <summary>The fields' values, then each row's place in the file from 0, then the number of its key.</summary>
    /// <inheritdoc cref="RowFiller"/>
    public int Fill(RowChunk chunk)
    {
        var filled = 0;
        while (filled < RowChunk.Capacity && (taken < block.Rows || Advance()))
        {
            var number = Math.Min(RowChunk.Capacity - filled, block.Rows - taken);
            foreach (var fill in fills)
            {
                fill.Put(block, taken, chunk, filled, number);
            }

            var places = chunk.Values<long>(fills.Count).Slice(filled, number);
            for (var row = 0; row < places.Length; row++)
            {
                places[row] = place + row;
            }

            if (keys is not null)
            {
                numbers.AsSpan(taken, number).CopyTo(chunk.Values<long>(fills.Count + 1)[filled..]);
            }

            (taken, filled, place) = (taken + number, filled + number, place + number);
        }

        return filled;
    }

    private bool Advance()
    {
        if (next >= rows.Count)
        {
            return false;
        }

        rows.Read(next, block);
        (taken, place, next) = (0, before[next], next + step);
        numbers = keys?.Of(block, numbers) ?? numbers;
        return true;
    }
}
