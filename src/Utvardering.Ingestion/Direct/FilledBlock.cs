using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Ingestion.Direct;

/// <summary>A block's rows as values, to be used for one block after the other.</summary>
/// <param name="shape">The columns of the fields, then the row's place in the file, then the number of its key.</param>
internal sealed class FilledBlock(RowShape shape) : IDisposable
{
    private readonly CellBlock cells = new();
    private readonly List<RowChunk> chunks = [];
    private int used;

    /// <summary>The block's rows. Their places are left out: only who has seen all blocks before knows them.</summary>
    public IEnumerable<RowChunk> Chunks => chunks.Take(used);

    /// <exception cref="InvalidDataException">The block can't be cut into cells, as it was in the first pass.</exception>
    public FilledBlock Fill(CsvBlocks file, int block, IReadOnlyList<ColumnFill> columns)
    {
        if (!cells.Read(file, block))
        {
            throw new InvalidDataException($"Block {block} of the file is not what it was a moment ago: something writes to it.");
        }

        used = 0;
        for (var from = 0; from < cells.Rows; from += RowChunk.Capacity)
        {
            if (used == chunks.Count)
            {
                chunks.Add(shape.NewChunk());
            }

            var rows = chunks[used++];
            rows.Clear();
            rows.Rows = Math.Min(RowChunk.Capacity, cells.Rows - from);
            var keys = rows.Values<long>(columns.Count + 1);
            keys.Clear();
            foreach (var column in columns)
            {
                column.Put(cells, from, rows, keys);
            }
        }

        return this;
    }

    public void Dispose() => chunks.ForEach(chunk => chunk.Dispose());
}
