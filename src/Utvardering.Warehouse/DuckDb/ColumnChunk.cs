using System.Runtime.Intrinsics;
using DuckDB.NET.Native;

namespace Utvardering.Warehouse.DuckDb;

/// <summary>Up to 2048 values of a column, in DuckDB's memory.</summary>
internal readonly unsafe ref struct ColumnChunk
{
    /// <summary>Bytes of the longest text that lies among the values themselves.</summary>
    public const int ShortText = 12;

    private const int ValidityWord = 64;

    private readonly byte* data;
    private readonly ulong* validity;

    public ColumnChunk(IntPtr vector, int rows)
    {
        Rows = rows;
        data = (byte*)NativeMethods.Vectors.DuckDBVectorGetData(vector);
        validity = NativeMethods.Vectors.DuckDBVectorGetValidity(vector);
    }

    public int Rows { get; }

    /// <summary>DuckDB leaves the mask out where no value is null.</summary>
    public bool MayHaveNulls => validity is not null;

    public bool IsNull(int row) => validity is not null && (validity[row / ValidityWord] >> (row % ValidityWord) & 1) == 0;

    /// <summary>The values of a type of fixed width as they lie, nulls as whatever bytes lie there.</summary>
    /// <param name="width">Bytes of one value.</param>
    public Span<byte> Fixed(int width) => new(data, Rows * width);

    /// <summary>
    /// A text that is not null as it lies: its length (4 bytes, as this machine orders them), and where that is no more than
    /// <see cref="ShortText"/> its UTF-8 bytes, with zeros behind.
    /// </summary>
    public Vector128<byte> Lying(int row) => Vector128.Load(data + (row * Vector128<byte>.Count));

    /// <summary>The UTF-8 bytes of a text, or the bytes of a blob, that is not null.</summary>
    public ReadOnlySpan<byte> Text(int row)
    {
        var text = (DuckDBString*)data + row;
        return new(text->Data, text->Length);
    }
}
