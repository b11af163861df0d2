using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using DuckDB.NET.Data;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Lake;

/// <summary>
/// The digest of one column: SHA-256 over its values and then SHA-256 over the places of its nulls, 64 bytes together.
/// </summary>
/// <remarks>
/// Values of a fixed width stand as their little-endian bytes, nulls as zeros. Texts stand as their length (4 bytes, little-endian) and
/// their UTF-8 bytes, nulls as length zero; types without a simple form are written as DuckDB's text of them. A null's place is its row
/// from 0 (8 bytes, little-endian). So a null is no zero and no empty text, and nothing can move from one cell into the next.
/// </remarks>
// The loops are run a few thousand times and then never again: they are compiled well the first time.
internal sealed class ColumnDigest : IDisposable
{
    private const int TextWidth = 0;

    private static readonly Dictionary<string, int> Widths = new(StringComparer.Ordinal)
    {
        ["BOOLEAN"] = 1, ["TINYINT"] = 1, ["UTINYINT"] = 1, ["SMALLINT"] = 2, ["USMALLINT"] = 2, ["INTEGER"] = 4, ["UINTEGER"] = 4, ["DATE"] = 4, ["FLOAT"] = 4,
        ["BIGINT"] = 8, ["UBIGINT"] = 8, ["DOUBLE"] = 8, ["TIME"] = 8, ["TIMESTAMP"] = 8, ["TIMESTAMP WITH TIME ZONE"] = 8, ["VARCHAR"] = TextWidth,
    };

    private readonly IncrementalHash values = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash nulls = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly int width;
    private readonly byte[] places = new byte[2048 * sizeof(long)];
    private readonly byte[] buffer = new byte[1 << 16];
    private long rows;

    private ColumnDigest(int width) => this.width = width;

    /// <param name="connection">Free for this column alone.</param>
    /// <param name="from">What follows FROM.</param>
    /// <param name="column">Its name.</param>
    /// <param name="type">DuckDB's name of its type.</param>
    /// <param name="expected">How many rows there must be.</param>
    /// <exception cref="InvalidDataException">There are more or fewer.</exception>
    public static byte[] Of(DuckDBConnection connection, string from, string column, string type, long expected)
    {
        var known = Widths.TryGetValue(type, out var width);
        using var digest = new ColumnDigest(known ? width : TextWidth);
        ColumnChunks.Read(connection, $"select {SqlText.Identifier(column)}{(known ? "" : "::varchar")} from {from}", digest.Take);
        return digest.rows == expected
            ? [.. digest.values.GetHashAndReset(), .. digest.nulls.GetHashAndReset()]
            : throw new InvalidDataException($"The column {column} of {from} was read back with {digest.rows} rows and not {expected}: nothing was published.");
    }

    public void Dispose()
    {
        values.Dispose();
        nulls.Dispose();
    }

    private void Take(ColumnChunk chunk)
    {
        TakeNulls(chunk);
        if (width == TextWidth)
        {
            TakeTexts(chunk);
        }
        else
        {
            values.AppendData(chunk.Fixed(width));
        }

        rows += chunk.Rows;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TakeNulls(ColumnChunk chunk)
    {
        if (!chunk.MayHaveNulls)
        {
            return;
        }

        var filled = 0;
        for (var row = 0; row < chunk.Rows; row++)
        {
            if (!chunk.IsNull(row))
            {
                continue;
            }

            BinaryPrimitives.WriteInt64LittleEndian(places.AsSpan(filled), rows + row);
            filled += sizeof(long);
            if (filled == places.Length)
            {
                nulls.AppendData(places);
                filled = 0;
            }

            if (width != TextWidth)
            {
                chunk.Fixed(width).Slice(row * width, width).Clear();
            }
        }

        nulls.AppendData(places, 0, filled);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TakeTexts(ColumnChunk chunk)
    {
        var filled = 0;
        for (var row = 0; row < chunk.Rows; row++)
        {
            if (filled + Vector128<byte>.Count > buffer.Length)
            {
                values.AppendData(buffer, 0, filled);
                filled = 0;
            }

            // A short text lies in DuckDB's memory as it stands in the digest, with something behind it that the next one overwrites.
            var lying = chunk.IsNull(row) ? Vector128<byte>.Zero : chunk.Lying(row);
            var length = lying.AsInt32().ToScalar();
            lying.CopyTo(buffer, filled);
            filled += sizeof(int) + Math.Min(length, ColumnChunk.ShortText);
            if (length > ColumnChunk.ShortText)
            {
                values.AppendData(buffer, 0, filled - ColumnChunk.ShortText);
                values.AppendData(chunk.Text(row));
                filled = 0;
            }
        }

        values.AppendData(buffer, 0, filled);
    }
}
