using System.Buffers.Binary;
using System.Text;

namespace Utvardering.Ingestion.Tests;

/// <summary>An .xls workbook (BIFF8 in a compound file), written as little as a reader needs: texts, numbers, errors by "#".</summary>
internal static class MadeOldWorkbook
{
    private const int SectorLength = 512;
    private const uint EndOfChain = 0xFFFFFFFE;

    public static byte[] Of(params (string Name, object?[][] Rows)[] sheets) => File([("Workbook", Workbook([], sheets))]);

    /// <param name="more">Records of the workbook's own part, such as a header or a link.</param>
    public static byte[] Workbook(IEnumerable<byte[]> more, params (string Name, object?[][] Rows)[] sheets)
    {
        var parts = sheets.Select(sheet => Sheet(sheet.Rows)).ToList();
        byte[] begin = [.. Begin(0x05), .. Record(0x42, [0xB0, 0x04]), .. more.SelectMany(record => record)];
        var places = sheets.Sum(sheet => 4 + 8 + (2 * sheet.Name.Length));
        var at = begin.Length + places + 4;
        var list = new List<byte>();
        foreach (var (sheet, part) in sheets.Zip(parts))
        {
            list.AddRange(Record(0x85, [.. BitConverter.GetBytes(at), 0, 0, (byte)sheet.Name.Length, 1, .. Encoding.Unicode.GetBytes(sheet.Name)]));
            at += part.Length;
        }

        return [.. begin, .. list, .. Record(0x0A, []), .. parts.SelectMany(part => part)];
    }

    public static byte[] Record(int id, ReadOnlySpan<byte> content)
    {
        var record = new byte[4 + content.Length];
        BinaryPrimitives.WriteUInt16LittleEndian(record, (ushort)id);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(2), (ushort)content.Length);
        content.CopyTo(record.AsSpan(4));
        return record;
    }

    /// <summary>A compound file of these streams; one whose bytes are null is a folder.</summary>
    public static byte[] File(IReadOnlyList<(string Name, byte[]? Content)> streams)
    {
        // Streams of 4096 bytes or more lie in sectors of their own.
        var contents = streams.Select(stream => stream.Content is { } content ? Padded(content, Math.Max(4096, content.Length)) : []).ToList();
        var directory = (streams.Count + 4) / 4;
        var sectorsOfStreams = contents.Sum(content => (content.Length + SectorLength - 1) / SectorLength);
        // The table, the sectors that say where it goes on, and the directory come before the streams.
        var (tables, more) = (1, 0);
        while (tables * 128 < tables + more + directory + sectorsOfStreams)
        {
            tables++;
            more = tables > 109 ? ((tables - 109) + 126) / 127 : 0;
        }

        List<uint> table = [.. Enumerable.Repeat(0xFFFFFFFDu, tables), .. Enumerable.Repeat(0xFFFFFFFCu, more)];
        table.AddRange(Chain(table.Count, directory));
        var directories = new List<byte>(Entry("Root Entry", 5, EndOfChain, 0, child: 1));
        foreach (var (stream, content) in streams.Zip(contents))
        {
            var sectors = (content.Length + SectorLength - 1) / SectorLength;
            directories.AddRange(Entry(stream.Name, (byte)(stream.Content is null ? 1 : 2), sectors == 0 ? EndOfChain : (uint)table.Count, content.Length, child: -1));
            table.AddRange(Chain(table.Count, sectors));
        }

        return
        [
            .. Header(tables, more), .. Padded([.. table.SelectMany(BitConverter.GetBytes)], tables * SectorLength, 0xFF), .. Links(tables, more), .. Padded([.. directories], directory * SectorLength),
            .. contents.SelectMany(content => Padded(content, (content.Length + SectorLength - 1) / SectorLength * SectorLength)),
        ];
    }

    private static byte[] Sheet(object?[][] rows)
    {
        var width = rows.Select(row => row.Length).DefaultIfEmpty(0).Max();
        var part = new List<byte>(Begin(0x10));
        part.AddRange(Record(0x200, [.. BitConverter.GetBytes(0), .. BitConverter.GetBytes(rows.Length), 0, 0, .. BitConverter.GetBytes((ushort)width), 0, 0]));
        foreach (var (row, number) in rows.Select((row, number) => (row, number)))
        {
            foreach (var (cell, column) in row.Select((cell, column) => (cell, column)).Where(pair => pair.cell is not null))
            {
                byte[] place = [.. BitConverter.GetBytes((ushort)number), .. BitConverter.GetBytes((ushort)column), 0, 0];
                part.AddRange(cell switch
                {
                    double value => Record(0x203, [.. place, .. BitConverter.GetBytes(value)]),
                    "#N/A" => Record(0x205, [.. place, 0x2A, 1]),
                    _ => Record(0x204, [.. place, .. BitConverter.GetBytes((ushort)cell!.ToString()!.Length), 1, .. Encoding.Unicode.GetBytes(cell.ToString()!)]),
                });
            }
        }

        return [.. part, .. Record(0x0A, [])];
    }

    private static byte[] Begin(byte kind) => Record(0x809, [0, 6, kind, 0, 0xBB, 0x0D, 0xCC, 0x07, 0, 0, 0, 0, 6, 0, 0, 0]);

    private static IEnumerable<uint> Chain(int first, int sectors) => Enumerable.Range(1, sectors).Select(sector => sector == sectors ? EndOfChain : (uint)(first + sector));

    private static byte[] Header(int tables, int more)
    {
        byte[] header = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[16], 0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0, .. new byte[10]];
        int[] numbers = [tables, tables + more, 0, 4096, unchecked((int)EndOfChain), 0, more == 0 ? unchecked((int)EndOfChain) : tables, more];
        return [.. header, .. numbers.SelectMany(BitConverter.GetBytes), .. Padded([.. Enumerable.Range(0, Math.Min(tables, 109)).SelectMany(BitConverter.GetBytes)], 109 * 4, 0xFF)];
    }

    /// <summary>Sectors with the places of the table that the header has no room for, each ending in the next one's.</summary>
    private static IEnumerable<byte> Links(int tables, int more) => Enumerable.Range(0, more).SelectMany(link => Padded(
            [.. Enumerable.Range(109 + (127 * link), Math.Min(127, tables - 109 - (127 * link))).SelectMany(BitConverter.GetBytes)], 127 * 4, 0xFF)
        .Concat(BitConverter.GetBytes(link + 1 < more ? (uint)(tables + link + 1) : EndOfChain)));

    private static byte[] Entry(string name, byte kind, uint start, int size, int child)
    {
        var entry = new byte[128];
        Encoding.Unicode.GetBytes(name).CopyTo(entry, 0);
        entry[64] = (byte)((2 * name.Length) + 2);
        (entry[66], entry[67]) = (kind, 1);
        BitConverter.GetBytes(-1).CopyTo(entry, 68);
        BitConverter.GetBytes(-1).CopyTo(entry, 72);
        BitConverter.GetBytes(child).CopyTo(entry, 76);
        BitConverter.GetBytes(start).CopyTo(entry, 116);
        BitConverter.GetBytes((long)size).CopyTo(entry, 120);
        return entry;
    }

    private static byte[] Padded(byte[] bytes, int length, byte with = 0) => [.. bytes, .. Enumerable.Repeat(with, length - bytes.Length)];
}
