using Microsoft.Win32.SafeHandles;
using Utvardering.Ingestion.Staging;

namespace Utvardering.Ingestion.Direct;

/// <summary>The rows of a CSV file in blocks of whole lines, which can be read in any order and several at a time.</summary>
internal sealed class CsvBlocks : IDisposable
{
    /// <summary>A line belongs to the block in which it begins.</summary>
    public const int BlockBytes = 1 << 19;

    /// <summary>What longer lines a file has are left to the long way.</summary>
    public const int LongestLine = 1 << 16;

    private readonly SafeFileHandle file;
    private readonly long length;
    private readonly long start;

    private readonly int blockBytes;

    /// <param name="csv">Has a header.</param>
    /// <param name="blockBytes">At most <see cref="BlockBytes"/>.</param>
    public CsvBlocks(CsvFile csv, int blockBytes = BlockBytes)
    {
        this.blockBytes = blockBytes;
        (Delimiter, Columns) = ((byte)csv.Delimiter, csv.Header.Count);
        file = File.OpenHandle(csv.Text.Utf8File);
        length = RandomAccess.GetLength(file);
        var head = new byte[LongestLine];
        var end = head.AsSpan(0, Fill(head, 0)).IndexOf((byte)'\n');
        // Behind a header that does not end there are no rows.
        start = end < 0 ? length : end + 1;
        Returns = end > 0 && head[end - 1] == '\r';
    }

    public byte Delimiter { get; }

    /// <summary>How many cells a row must have.</summary>
    public int Columns { get; }

    /// <summary>The header ends with a carriage return before its line feed, and so must all lines; or none may.</summary>
    public bool Returns { get; }

    public int Count => (int)((length - start + blockBytes - 1) / blockBytes);

    /// <summary>Reads the lines that begin in a block.</summary>
    /// <param name="bytes">Has room for a byte, a block and the longest line.</param>
    /// <returns>Where they stand; null when a line is too long.</returns>
    public Range? Read(int block, byte[] bytes)
    {
        // With the byte before, a line break in it tells that a line begins with the block.
        var before = block == 0 ? 0 : 1;
        var place = start + ((long)block * blockBytes) - before;
        var filled = Fill(bytes.AsSpan(0, blockBytes + before), place);
        var first = before == 0 ? 0 : bytes.AsSpan(0, filled).IndexOf((byte)'\n') + 1;
        if (before == 1 && first == 0)
        {
            return 0..0;
        }

        const int piece = 1 << 12;
        while (bytes[filled - 1] != '\n' && place + filled < length)
        {
            var more = bytes.AsSpan(filled, Math.Min(piece, blockBytes + 1 + LongestLine - filled));
            more = more[..Fill(more, place + filled)];
            if (more.IsEmpty)
            {
                return null;
            }

            filled += more.IndexOf((byte)'\n') is >= 0 and var end ? end + 1 : more.Length;
        }

        return first..filled;
    }

    public void Dispose() => file.Dispose();

    private int Fill(Span<byte> bytes, long place)
    {
        var filled = 0;
        for (int read; filled < bytes.Length && (read = RandomAccess.Read(file, bytes[filled..], place + filled)) > 0;)
        {
            filled += read;
        }

        return filled;
    }
}
