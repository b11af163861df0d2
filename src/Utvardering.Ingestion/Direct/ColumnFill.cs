using System.Numerics;
using System.Runtime.CompilerServices;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Ingestion.Direct;

/// <summary>Puts a column's values into DuckDB's vectors, in place of the numbers of their kinds.</summary>
internal abstract class ColumnFill
{
    /// <param name="column">Its place among the columns.</param>
    /// <param name="values">By the number of the kind.</param>
    /// <param name="width">Bytes of a value as it is stored: 1, 2, 4 or 8.</param>
    public static ColumnFill Of(int column, KindValues values, int width) => width switch
    {
        1 => new ColumnFill<byte>(column, values),
        2 => new ColumnFill<ushort>(column, values),
        4 => new ColumnFill<int>(column, values),
        _ => new ColumnFill<long>(column, values),
    };

    /// <param name="from">The first row of the block.</param>
    /// <param name="at">Where it goes in the chunk.</param>
    /// <param name="number">How many rows.</param>
    public abstract void Put(CodedBlock block, int from, RowChunk chunk, int at, int number);
}

internal sealed class ColumnFill<T>(int column, KindValues values) : ColumnFill
    where T : unmanaged, INumberBase<T>
{
    private readonly T[] stored = [.. values.Bits.Select(T.CreateTruncating)];
    private readonly bool[] missing = [.. values.Missing];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Put(CodedBlock block, int from, RowChunk chunk, int at, int number)
    {
        var kinds = block.Kinds(column).Slice(from, number);
        var numbers = block.Numbers(column);
        var target = chunk.Values<T>(column).Slice(at, number);
        var validity = missing.Contains(true) ? chunk.Validity(column) : [];
        for (var row = 0; row < kinds.Length; row++)
        {
            var kind = kinds[row];
            if (kind == CodedBlock.IsNumber)
            {
                target[row] = T.CreateTruncating(numbers[from + row]);
                continue;
            }

            target[row] = stored[kind];
            if (missing[kind])
            {
                RowChunk.SetNull(validity, at + row);
            }
        }
    }
}
