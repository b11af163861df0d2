using System.Numerics;
using System.Runtime.CompilerServices;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Ingestion.Direct;

/// <summary>Puts the values of a column's cells into DuckDB's vectors.</summary>
internal abstract class ColumnFill
{
    /// <param name="index">The column of the table.</param>
    /// <param name="weight">Of a field of the key: what one step of its values is worth in the number of the key; else 0.</param>
    /// <param name="width">Bytes of a value as it is stored: 1, 2, 4 or 8.</param>
    public static ColumnFill Of(int index, DirectColumn column, CellKinds kinds, KindValues values, long weight, int width) => width switch
    {
        1 => new ColumnFill<byte>(index, column, kinds, values, weight),
        2 => new ColumnFill<ushort>(index, column, kinds, values, weight),
        4 => new ColumnFill<int>(index, column, kinds, values, weight),
        _ => new ColumnFill<long>(index, column, kinds, values, weight),
    };

    /// <param name="from">The block's row that is the chunk's first.</param>
    /// <param name="keys">By row of the chunk, to be added to: the number of the row's key.</param>
    public abstract void Put(CellBlock cells, int from, RowChunk chunk, Span<long> keys);
}

internal sealed class ColumnFill<T>(int index, DirectColumn column, CellKinds kinds, KindValues values, long weight) : ColumnFill
    where T : unmanaged, INumberBase<T>
{
    private readonly T[] stored = [.. values.Bits.Select(T.CreateTruncating)];
    private readonly bool[] missing = [.. values.Missing];
    private readonly long[] ranks = [.. values.Ranks.Select(rank => unchecked(rank * weight))];
    private readonly bool anyMissing = values.Missing.Contains(true);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Put(CellBlock cells, int from, RowChunk chunk, Span<long> keys)
    {
        var target = chunk.Values<T>(index);
        var validity = anyMissing ? chunk.Validity(index) : [];
        var numbers = column.DecimalSign is not null;
        var (last, kind) = (ulong.MaxValue, 0);
        for (var row = 0; row < chunk.Rows; row++)
        {
            if (column.Place is { } place)
            {
                var (start, length) = cells[from + row, place];
                var text = cells.Bytes.AsSpan(start, length);
                if (numbers && column.TryNumber(text, out var bits))
                {
                    target[row] = T.CreateTruncating(bits);
                    continue;
                }

                var word = CellKinds.Word(cells.Bytes, start, length);
                if (word != last || length > CellKinds.WordBytes)
                {
                    kind = kinds.Find(word, text);
                    last = length <= CellKinds.WordBytes ? word : ulong.MaxValue;
                }
            }

            target[row] = stored[kind];
            if (missing[kind])
            {
                RowChunk.SetNull(validity, row);
            }

            keys[row] += ranks[kind];
        }
    }
}
