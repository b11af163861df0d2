using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Utvardering.Ingestion.Direct;

/// <summary>Some rows' cells as the numbers of their kinds, plain numbers as their values, and the rows' places in the file.</summary>
internal sealed class CodedBlock
{
    /// <summary>In the place of a kind: the cell is a plain number.</summary>
    public const ushort IsNumber = ushort.MaxValue;

    private readonly IReadOnlyList<DirectColumn> columns;
    private readonly int cellBytes;
    private byte[] bytes = [];
    private long[] places = [];

    public CodedBlock(IReadOnlyList<DirectColumn> columns)
    {
        this.columns = columns;
        cellBytes = (columns.Count * sizeof(ushort)) + (columns.Count(column => column.TakesNumbers) * sizeof(long));
    }

    public int Rows { get; private set; }

    /// <summary>All cells, to be written and read again.</summary>
    public Span<byte> Bytes => bytes.AsSpan(0, Rows * cellBytes);

    /// <summary>By row, from 0.</summary>
    public Span<long> Places => places.AsSpan(0, Rows);

    /// <summary>Bytes of a row as a record: its cells and its place.</summary>
    public int RecordBytes => cellBytes + sizeof(long);

    /// <summary>Makes room, with anything in it.</summary>
    public void Clear(int rows)
    {
        Rows = rows;
        if (places.Length < rows)
        {
            (bytes, places) = (new byte[rows * cellBytes], new long[rows]);
        }
    }

    /// <summary>Numbers the places from the first row's.</summary>
    public void Number(long first)
    {
        for (var row = 0; row < Rows; row++)
        {
            places[row] = first + row;
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

    /// <summary>Puts the rows one behind the other.</summary>
    /// <param name="records">Of <see cref="RecordBytes"/> each.</param>
    public void PutRecords(Span<byte> records)
    {
        var at = 0;
        for (var column = 0; column < columns.Count; column++)
        {
            Put(Kinds(column), records, ref at);
            Put(Numbers(column), records, ref at);
        }

        Put(Places, records, ref at);
    }

    /// <summary>Takes rows from where they stand one behind the other.</summary>
    /// <inheritdoc cref="PutRecords"/>
    public void TakeRecords(ReadOnlySpan<byte> records)
    {
        Clear(records.Length / RecordBytes);
        var at = 0;
        for (var column = 0; column < columns.Count; column++)
        {
            Take(Kinds(column), records, ref at);
            Take(Numbers(column), records, ref at);
        }

        Take(Places, records, ref at);
    }

    private void Put<T>(ReadOnlySpan<T> values, Span<byte> records, ref int at)
        where T : unmanaged
    {
        for (var (row, place) = (0, at); row < values.Length; row++, place += RecordBytes)
        {
            MemoryMarshal.Write(records[place..], values[row]);
        }

        at += values.IsEmpty ? 0 : Unsafe.SizeOf<T>();
    }

    private void Take<T>(Span<T> values, ReadOnlySpan<byte> records, ref int at)
        where T : unmanaged
    {
        for (var (row, place) = (0, at); row < values.Length; row++, place += RecordBytes)
        {
            values[row] = MemoryMarshal.Read<T>(records[place..]);
        }

        at += values.IsEmpty ? 0 : Unsafe.SizeOf<T>();
    }
}
