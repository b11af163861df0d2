using Microsoft.Win32.SafeHandles;

namespace Utvardering.Ingestion.Direct;

/// <summary>The rows of a file in coded blocks, in a temporary file: they are read again as often as is needed, and held by none.</summary>
/// <param name="path">It is gone after this.</param>
/// <param name="blocks">How many there will be.</param>
internal sealed class CodedRows(string path, int blocks) : IDisposable
{
    private readonly SafeFileHandle file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
    private readonly (long Place, int Rows)[] written = new (long, int)[blocks];
    private long length;

    public int Count => written.Length;

    /// <summary>By block: how many rows there are in those before it.</summary>
    public IReadOnlyList<long> Before()
    {
        var before = new long[written.Length];
        for (var block = 1; block < before.Length; block++)
        {
            before[block] = before[block - 1] + written[block - 1].Rows;
        }

        return before;
    }

    /// <summary>Takes a block; several may be written at a time, in any order.</summary>
    public void Write(int block, CodedBlock rows)
    {
        var place = Interlocked.Add(ref length, rows.Bytes.Length) - rows.Bytes.Length;
        RandomAccess.Write(file, rows.Bytes, place);
        written[block] = (place, rows.Rows);
    }

    /// <exception cref="EndOfStreamException">The file has been cut off.</exception>
    public void Read(int block, CodedBlock rows)
    {
        var (place, number) = written[block];
        rows.Clear(number);
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
}
