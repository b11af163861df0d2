using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Utvardering.Ingestion.Direct;

/// <summary>
/// A block of lines cut into cells. It takes what RFC 4180 describes, with all lines ended the same way and none in a cell, and refuses
/// the rest: that is left to DuckDB's reader and the long way.
/// </summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc4180"/>
internal sealed class CellBlock
{
    /// <summary>What a row without content may consist of.</summary>
    private static readonly SearchValues<byte> Blank = SearchValues.Create(",;|\t \"\r\u00A0\u202F"u8);

    // Behind the last line: a line break that the file may lack, and as much as is read at once.
    private readonly byte[] bytes = new byte[1 + CsvBlocks.BlockBytes + CsvBlocks.LongestLine + 2 + Vector256<byte>.Count];
    private (int Start, int Length)[] cells = new (int, int)[1 << 16];
    private int columns;
    private int cut;
    private int line;

    /// <summary>The bytes that cells stand in, with eight more behind the last cell.</summary>
    public byte[] Bytes => bytes;

    public int Rows { get; private set; }

    /// <summary>Where a cell stands, without its quotation marks.</summary>
    public (int Start, int Length) this[int row, int column] => cells[(row * columns) + column];

    /// <summary>Reads a block and cuts it.</summary>
    /// <returns>False: there is something that is not taken here.</returns>
    public bool Read(CsvBlocks file, int block)
    {
        (columns, cut, Rows) = (file.Columns, 0, 0);
        if (file.Read(block, bytes) is not { } range)
        {
            return false;
        }

        var (start, end) = (range.Start.Value, range.End.Value);
        if (end > start && bytes[end - 1] != '\n')
        {
            var missing = file.Returns ? "\r\n"u8 : "\n"u8;
            missing.CopyTo(bytes.AsSpan(end));
            end += missing.Length;
        }

        bytes.AsSpan(end).Clear();
        var text = bytes.AsSpan(start, end - start);
        if (text.Count((byte)'\r') != (file.Returns ? text.Count((byte)'\n') : 0))
        {
            return false;
        }

        line = start;
        return text.Contains((byte)'"') ? CutQuoted(file, end) : Cut(file, end);
    }

    // Runs through whole files: it is compiled well the first time, and what it calls is made part of it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Cut(CsvBlocks file, int end)
    {
        var (delimiters, feeds) = (Vector256.Create(file.Delimiter), Vector256.Create((byte)'\n'));
        ref var first = ref MemoryMarshal.GetArrayDataReference(bytes);
        var start = line;
        for (var place = line; place < end; place += Vector256<byte>.Count)
        {
            Reserve(Vector256<byte>.Count);
            var vector = Vector256.LoadUnsafe(ref first, (nuint)place);
            var found = (Vector256.Equals(vector, delimiters) | Vector256.Equals(vector, feeds)).ExtractMostSignificantBits();
            for (; found != 0; found &= found - 1)
            {
                var at = place + BitOperations.TrailingZeroCount(found);
                if (bytes[at] != '\n')
                {
                    cells[cut++] = (start, at - start);
                }
                else if (!EndLine(start, file.Returns ? at - 1 : at, at, file.Returns))
                {
                    return false;
                }

                start = at + 1;
            }
        }

        return true;
    }

    /// <summary>Cells in quotation marks are put together in their place.</summary>
    private bool CutQuoted(CsvBlocks file, int end)
    {
        for (var place = line; place < end; place++)
        {
            var start = place;
            int cellEnd;
            if (bytes[place] == '"')
            {
                if (Unquote(ref place) is not { } kept)
                {
                    return false;
                }

                (cellEnd, place) = (kept, file.Returns && bytes[place] == '\r' ? place + 1 : place);
            }
            else
            {
                place += bytes.AsSpan(place).IndexOfAny(file.Delimiter, (byte)'\n', (byte)'"');
                cellEnd = file.Returns && bytes[place] == '\n' ? place - 1 : place;
            }

            Reserve(1);
            if (bytes[place] == file.Delimiter)
            {
                cells[cut++] = (start, cellEnd - start);
            }
            else if (bytes[place] != '\n' || !EndLine(start, cellEnd, place, file.Returns))
            {
                return false;
            }
        }

        return true;
    }

    /// <param name="place">Of the first mark; then what comes after the last.</param>
    /// <returns>Where the cell's text ends, which begins at the first mark; null when the line ends in it.</returns>
    private int? Unquote(ref int place)
    {
        var kept = place;
        for (place++; bytes[place] != '"' || bytes[++place] == '"'; place++)
        {
            if (bytes[place] == '\n')
            {
                return null;
            }

            bytes[kept++] = bytes[place];
        }

        return kept;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reserve(int more)
    {
        if (cut + more > cells.Length)
        {
            Array.Resize(ref cells, 2 * cells.Length);
        }
    }

    /// <summary>The last cell of a line, which ends at the line feed. A line without any character is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool EndLine(int start, int end, int feed, bool returns)
    {
        if (returns && bytes[feed - 1] != '\r')
        {
            return false;
        }

        var begin = line;
        line = feed + 1;
        if (begin == (returns ? feed - 1 : feed))
        {
            return true;
        }

        cells[cut++] = (start, end - start);
        return cut == ++Rows * columns && (char.IsAsciiLetterOrDigit((char)bytes[begin]) || bytes.AsSpan(begin, feed - begin).ContainsAnyExcept(Blank));
    }
}
