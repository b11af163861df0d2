using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Ingestion.Direct;

/// <summary>The second pass: coded rows as values, a chunk at a time.</summary>
/// <param name="blocks">The rows.</param>
/// <param name="fills">By column.</param>
internal sealed class ValueRows(IEnumerable<CodedBlock> blocks, IReadOnlyList<ColumnFill> fills)
{
    private readonly IEnumerator<CodedBlock> blocks = blocks.GetEnumerator();
    private int left;

    /// <summary>The fields' values, then each row's place in the file from 0.</summary>
    /// <inheritdoc cref="RowFiller"/>
    public int Fill(RowChunk chunk)
    {
        var filled = 0;
        while (filled < RowChunk.Capacity && (left > 0 || Advance()))
        {
            var block = blocks.Current;
            var (from, number) = (block.Rows - left, Math.Min(RowChunk.Capacity - filled, left));
            foreach (var fill in fills)
            {
                fill.Put(block, from, chunk, filled, number);
            }

            block.Places.Slice(from, number).CopyTo(chunk.Values<long>(fills.Count)[filled..]);
            (left, filled) = (left - number, filled + number);
        }

        return filled;
    }

    /// <returns>False after the last block.</returns>
    private bool Advance()
    {
        while (left == 0 && blocks.MoveNext())
        {
            left = blocks.Current.Rows;
        }

        return left > 0;
    }
}
