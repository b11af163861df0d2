using System.Text;

namespace Utvardering.Ingestion.Fuzz.Tests.Seeds;

/// <summary>
/// A workbook of one sheet in Excel's older form: BIFF8 records (texts as LABEL, numbers as NUMBER) as the only stream of a compound file.
/// </summary>
/// <seealso href="https://learn.microsoft.com/openspecs/office_file_formats/ms-xls/"/>
internal static class MadeXls
{
    private const int Sector = 512;

    // From here on a stream has sectors of its own instead of a part of the small ones' container.
    private const int SmallestStream = 4096;

    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint FreeSector = 0xFFFFFFFF;
    private const uint FatSector = 0xFFFFFFFD;

    /// <param name="rows">Null is an empty cell, a double a number.</param>
    public static byte[] Of(string sheet, object?[][] rows)
    {
        var stream = Workbook(sheet, rows);
        var padded = new byte[Math.Max(SmallestStream, (stream.Length + Sector - 1) / Sector * Sector)];
        stream.CopyTo(padded, 0);
        return Compound(padded);
    }

    private static byte[] Workbook(string sheet, object?[][] rows)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.Unicode);
        Beginning(writer, globals: true);
        var name = Encoding.Unicode.GetBytes(sheet);
        var start = (uint)(bytes.Position + 4 + 8 + name.Length + 4);
        Record(writer, 0x0085, [.. BitConverter.GetBytes(start), 0, 0, (byte)sheet.Length, 1, .. name]);
        Record(writer, 0x000A, []);
        Beginning(writer, globals: false);
        Record(writer, 0x0200, [0, 0, 0, 0, .. BitConverter.GetBytes(rows.Length), 0, 0, .. BitConverter.GetBytes((ushort)rows.Max(row => row.Length)), 0, 0]);
        foreach (var (row, cells) in rows.Index())
        {
            foreach (var (column, cell) in cells.Index())
            {
                Cell(writer, (ushort)row, (ushort)column, cell);
            }
        }

        Record(writer, 0x000A, []);
        return bytes.ToArray();
    }

    private static void Cell(BinaryWriter writer, ushort row, ushort column, object? cell)
    {
        byte[] place = [.. BitConverter.GetBytes(row), .. BitConverter.GetBytes(column), 0, 0];
        switch (cell)
        {
            case double number:
                Record(writer, 0x0203, [.. place, .. BitConverter.GetBytes(number)]);
                break;
            case string text:
                Record(writer, 0x0204, [.. place, .. BitConverter.GetBytes((ushort)text.Length), 1, .. Encoding.Unicode.GetBytes(text)]);
                break;
            default:
                break;
        }
    }

    private static void Beginning(BinaryWriter writer, bool globals) =>
        Record(writer, 0x0809, [0, 6, (byte)(globals ? 5 : 0x10), 0, 0xBB, 0x0D, 0xCC, 7, 0, 0, 0, 0, 6, 0, 0, 0]);

    private static void Record(BinaryWriter writer, ushort kind, byte[] content)
    {
        writer.Write(kind);
        writer.Write((ushort)content.Length);
        writer.Write(content);
    }

    /// <summary>Header, then sector 0 the allocation table, 1 the directory, 2 and on the stream.</summary>
    private static byte[] Compound(byte[] stream)
    {
        var sectors = stream.Length / Sector;
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[16]]);
        foreach (ushort part in new ushort[] { 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0 })
        {
            writer.Write(part);
        }

        // No directory count, one allocation sector, the directory at 1; no small streams; the allocation sectors: only 0.
        foreach (uint part in new uint[] { 0, 1, 1, 0, SmallestStream, EndOfChain, 0, EndOfChain, 0, 0 })
        {
            writer.Write(part);
        }

        Fill(writer, FreeSector, 108);
        writer.Write(FatSector);
        writer.Write(EndOfChain);
        for (var sector = 0; sector < sectors; sector++)
        {
            writer.Write(sector == sectors - 1 ? EndOfChain : (uint)(sector + 3));
        }

        Fill(writer, FreeSector, (Sector / 4) - 2 - sectors);
        Entry(writer, "Root Entry", 5, child: 1, EndOfChain, 0);
        Entry(writer, "Workbook", 2, FreeSector, 2, stream.Length);
        Entry(writer, "", 0, FreeSector, 0, 0);
        Entry(writer, "", 0, FreeSector, 0, 0);
        writer.Write(stream);
        return bytes.ToArray();
    }

    private static void Entry(BinaryWriter writer, string name, byte kind, uint child, uint start, int size)
    {
        var text = new byte[64];
        Encoding.Unicode.GetBytes(name).CopyTo(text, 0);
        writer.Write(text);
        writer.Write((ushort)(name.Length == 0 ? 0 : (2 * name.Length) + 2));
        writer.Write([kind, 1]);
        writer.Write(FreeSector);
        writer.Write(FreeSector);
        writer.Write(child);
        writer.Write(new byte[36]);
        writer.Write(start);
        writer.Write((long)size);
    }

    private static void Fill(BinaryWriter writer, uint value, int count)
    {
        for (var i = 0; i < count; i++)
        {
            writer.Write(value);
        }
    }
}
