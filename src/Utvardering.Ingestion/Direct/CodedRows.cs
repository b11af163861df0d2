using Microsoft.Win32.SafeHandles;

namespace Utvardering.Ingestion.Direct;

/// <summary>The rows of a file in coded blocks, in a temporary file: they are read again as often as is needed, and held by none.</summary>
internal sealed class CodedRows : IDisposable
{
    private readonly string path;
    private readonly SafeFileHandle file;
    private readonly (long Place, int Rows)[] written;

    // By block, and for all of them at last: how many rows there are before. It is counted when all are written.
    private readonly Lazy<long[]> before;
    private long length;

    /// <param name="path">It is gone after this.</param>
    /// <param name="blocks">How many there will be.</param>
    public CodedRows(string path, int blocks)
    {
        this.path = path;
        file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        written = new (long, int)[blocks];
        before = new(Before);
    }

    public int Count => written.Length;

    /// <summary>How many rows there are in all.</summary>
    public long Rows => before.Value[^1];

    /// <summary>Takes a block; several may be written at a time, in any order.</summary>
    public void Write(int block, CodedBlock rows)
    {
        var place = Interlocked.Add(ref length, rows.Bytes.Length) - rows.Bytes.Length;
        RandomAccess.Write(file, rows.Bytes, place);
        written[block] = (place, rows.Rows);
    }

    /// <summary>Blocks in their order, each read into the same.</summary>
    /// <param name="first">The first.</param>
    /// <param name="step">From one to the next: 1 for all of them.</param>
    public IEnumerable<CodedBlock> Blocks(IReadOnlyList<DirectColumn> columns, int first = 0, int step = 1)
    {
        var block = new CodedBlock(columns);
        for (var index = first; index < Count; index += step)
        {
            Read(index, block);
            yield return block;
        }
    }

    /// <summary>Reads a block, once all are written; several may be read at a time.</summary>
    /// <exception cref="EndOfStreamException">The file has been cut off.</exception>
    public void Read(int block, CodedBlock rows)
    {
        var (place, number) = written[block];
        rows.Clear(number);
        rows.Number(before.Value[block]);
        for (int filled = 0, read; filled < rows.Bytes.Length; filled += read)
        {
            read = RandomAccess.Read(file, rows.Bytes[filled..], place + filled);
            if (read == 0)
            {
                throw new EndOfStreamException($"{path} ends before it should.");
            }
        }
    }

    public void Dispose() => file.Dispose();

    private long[] Before()
    {
        var sums = new long[written.Length + 1];
        for (var block = 0; block < written.Length; block++)
        {
            sums[block + 1] = sums[block] + written[block].Rows;
        }

        return sums;
    }
}
