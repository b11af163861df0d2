using DuckDB.NET.Native;

namespace Utvardering.Warehouse.DuckDb;

/// <summary>
/// Up to <see cref="Capacity"/> rows in DuckDB's memory, to be filled a column at a time, by one thread. The bytes are not looked at: who
/// fills it knows the columns' widths from its <see cref="RowShape"/>.
/// </summary>
public sealed unsafe class RowChunk : IDisposable
{
    /// <summary>DuckDB's vector size.</summary>
    public const int Capacity = 2048;

    private const int WordBits = 64;
    private readonly DuckDBDataChunk chunk;

    internal RowChunk(DuckDBDataChunk chunk) => this.chunk = chunk;

    /// <summary>How many rows are filled.</summary>
    public int Rows { get; set; }

    /// <summary>The values of a column whose width is T's, to be written.</summary>
    public Span<T> Values<T>(int column) where T : unmanaged => new(NativeMethods.Vectors.DuckDBVectorGetData(Vector(column)), Capacity);

    /// <summary>Says that a row has no value in a column.</summary>
    /// <param name="validity">The column's <see cref="Validity"/>.</param>
    public static void SetNull(Span<ulong> validity, int row) => validity[row / WordBits] &= ~(1UL << (row % WordBits));

    /// <summary>Which rows have a value in a column, to be written by <see cref="SetNull"/>. All have one in a new chunk.</summary>
    public Span<ulong> Validity(int column)
    {
        NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(Vector(column));
        return new(NativeMethods.Vectors.DuckDBVectorGetValidity(Vector(column)), Capacity / WordBits);
    }

    /// <summary>Makes it new.</summary>
    public void Clear()
    {
        NativeMethods.DataChunks.DuckDBDataChunkReset(chunk);
        Rows = 0;
    }

    public void Dispose() => chunk.Dispose();

    /// <summary>Tells DuckDB how many rows there are.</summary>
    internal void Close() => _ = NativeMethods.DataChunks.DuckDBDataChunkSetSize(chunk, (ulong)Rows);

    /// <summary>Adds as many rows of another chunk as there is room for.</summary>
    /// <param name="from">The other chunk's first row to be added.</param>
    /// <returns>How many were added.</returns>
    internal int Add(RowChunk other, int from, IReadOnlyList<int> widths)
    {
        var number = Math.Min(Capacity - Rows, other.Rows - from);
        for (var column = 0; column < widths.Count; column++)
        {
            var width = widths[column];
            other.Bytes(column, width).Slice(from * width, number * width).CopyTo(Bytes(column, width)[(Rows * width)..]);
            if (NativeMethods.Vectors.DuckDBVectorGetValidity(other.Vector(column)) is not null)
            {
                AddNulls(other.Validity(column), from, Validity(column), number);
            }
        }

        Rows += number;
        return number;
    }

    private void AddNulls(ReadOnlySpan<ulong> other, int from, Span<ulong> validity, int number)
    {
        for (var row = 0; row < number; row++)
        {
            if ((other[(from + row) / WordBits] >> ((from + row) % WordBits) & 1) == 0)
            {
                SetNull(validity, Rows + row);
            }
        }
    }

    private Span<byte> Bytes(int column, int width) => new(NativeMethods.Vectors.DuckDBVectorGetData(Vector(column)), Capacity * width);

    private IntPtr Vector(int column) => NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, column);
}
