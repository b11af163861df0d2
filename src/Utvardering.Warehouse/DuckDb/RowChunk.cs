using DuckDB.NET.Native;

namespace Utvardering.Warehouse.DuckDb;

/// <summary>
/// Up to <see cref="Capacity"/> rows in DuckDB's memory, to be filled a column at a time. The bytes are not looked at: who fills it knows the
/// columns' widths from its <see cref="RowShape"/>.
/// </summary>
public readonly unsafe ref struct RowChunk
{
    /// <summary>DuckDB's vector size.</summary>
    public const int Capacity = 2048;

    private const int WordBits = 64;
    private readonly DuckDBDataChunk chunk;

    internal RowChunk(DuckDBDataChunk chunk) => this.chunk = chunk;

    /// <summary>The values of a column whose width is T's, to be written.</summary>
    public Span<T> Values<T>(int column) where T : unmanaged => new(NativeMethods.Vectors.DuckDBVectorGetData(Vector(column)), Capacity);

    /// <summary>Which rows have a value in a column, for <see cref="SetNull"/>. At first all have one.</summary>
    public Span<ulong> Validity(int column)
    {
        NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(Vector(column));
        return new(NativeMethods.Vectors.DuckDBVectorGetValidity(Vector(column)), Capacity / WordBits);
    }

    /// <summary>Says that a row has no value in a column.</summary>
    /// <param name="validity">The column's <see cref="Validity"/>.</param>
    public static void SetNull(Span<ulong> validity, int row) => validity[row / WordBits] &= ~(1UL << (row % WordBits));

    private IntPtr Vector(int column) => NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, column);
}
