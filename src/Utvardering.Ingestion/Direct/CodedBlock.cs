using System.Runtime.InteropServices;

namespace Utvardering.Ingestion.Direct;

/// <summary>A block's cells as the numbers of their kinds; plain numbers as their values.</summary>
internal sealed class CodedBlock
{
    /// <summary>In the place of a kind: the cell is a plain number.</summary>
    public const ushort IsNumber = ushort.MaxValue;

    private readonly IReadOnlyList<DirectColumn> columns;
    private readonly int bytesPerRow;
    private byte[] bytes = [];

    public CodedBlock(IReadOnlyList<DirectColumn> columns)
    {
        this.columns = columns;
        bytesPerRow = (columns.Count * sizeof(ushort)) + (columns.Count(column => column.TakesNumbers) * sizeof(long));
    }

    public int Rows { get; private set; }

    /// <summary>All of it, to be written and read again.</summary>
    public Span<byte> Bytes => bytes.AsSpan(0, Rows * bytesPerRow);

    /// <summary>Makes room, with anything in it.</summary>
    public void Clear(int rows)
    {
        Rows = rows;
        if (bytes.Length < rows * bytesPerRow)
        {
            bytes = new byte[rows * bytesPerRow];
        }
    }

    /// <summary>The numbers of the kinds of a column's cells.</summary>
    public Span<ushort> Kinds(int column)
    {
        var start = Rows * ((columns.Count(one => one.TakesNumbers) * sizeof(long)) + (column * sizeof(ushort)));
        return MemoryMarshal.Cast<byte, ushort>(bytes.AsSpan(start, Rows * sizeof(ushort)));
    }

    /// <summary>The values of a column's plain numbers, as they are stored; anything where there is none.</summary>
    public Span<long> Numbers(int column)
    {
        var start = Rows * columns.Take(column).Count(one => one.TakesNumbers) * sizeof(long);
        return MemoryMarshal.Cast<byte, long>(bytes.AsSpan(start, columns[column].TakesNumbers ? Rows * sizeof(long) : 0));
    }
}
