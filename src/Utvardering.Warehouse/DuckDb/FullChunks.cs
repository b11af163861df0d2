namespace Utvardering.Warehouse.DuckDb;

/// <summary>Rows of chunks of any size in full chunks, so that what is made of them depends on the rows alone.</summary>
internal sealed class FullChunks(IEnumerator<RowChunk> chunks, IReadOnlyList<int> widths) : IDisposable
{
    private int taken;
    private bool left;

    /// <summary>Fills an empty chunk; the last one with what there is.</summary>
    public void Fill(RowChunk chunk)
    {
        while (chunk.Rows < RowChunk.Capacity)
        {
            if (!left)
            {
                (left, taken) = (chunks.MoveNext(), 0);
                if (!left)
                {
                    return;
                }
            }

            taken += chunk.Add(chunks.Current, taken, widths);
            left = taken < chunks.Current.Rows;
        }
    }

    public void Dispose() => chunks.Dispose();
}
