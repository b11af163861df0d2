using System.Buffers.Binary;
using System.Text;

namespace Utvardering.Ingestion.Staging;

/// <summary>The attribute table of a shapefile (dBASE III), as texts.</summary>
/// <param name="Columns">Names of the fields.</param>
/// <param name="Rows">The record's number from 1, and its cells without padding; records marked as deleted are left out.</param>
internal sealed record DbfFile(IReadOnlyList<string> Columns, IReadOnlyList<(long Row, IReadOnlyList<string?> Cells)> Rows)
{
    private const int FirstField = 32;
    private const int FieldSize = 32;
    private const byte EndOfFields = 0x0D;

    /// <param name="encoding">Null: UTF-8 when the bytes are, else windows-1252.</param>
    /// <exception cref="FormatException">The bytes are no such table.</exception>
    public static DbfFile Read(byte[] bytes, string? encoding)
    {
        if (bytes.Length < FirstField || bytes[0] is not (0x03 or 0x83 or 0x30))
        {
            throw new FormatException("the file does not begin as a dBASE table.");
        }

        var records = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4));
        var (start, size) = (BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8)), BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(10)));
        var fields = Fields(bytes, start);
        if (size != 1 + fields.Sum(field => field.Length) || start + ((long)records * size) > bytes.Length)
        {
            throw new FormatException($"the file says {records} records of {size} bytes, which it does not hold.");
        }

        var decoder = Decoder(bytes.AsSpan(start), encoding);
        var rows = new List<(long, IReadOnlyList<string?>)>();
        for (var record = 0; record < records; record++)
        {
            var place = start + (record * size);
            if (bytes[place] != (byte)'*')
            {
                rows.Add((record + 1, Cells(bytes, place + 1, fields, decoder)));
            }
        }

        return new([.. fields.Select(field => field.Name)], rows);
    }

    private static List<(string Name, int Length)> Fields(byte[] bytes, int start)
    {
        var fields = new List<(string, int)>();
        for (var place = FirstField; place + FieldSize <= Math.Min(start, bytes.Length) && bytes[place] != EndOfFields; place += FieldSize)
        {
            fields.Add((Encoding.ASCII.GetString(bytes, place, 11).Split('\0')[0].Trim(), bytes[place + 16]));
        }

        return fields.Count > 0 ? fields : throw new FormatException("the file has no fields.");
    }

    private static List<string?> Cells(byte[] bytes, int place, List<(string Name, int Length)> fields, Encoding encoding)
    {
        var cells = new List<string?>();
        foreach (var (_, length) in fields)
        {
            var text = encoding.GetString(bytes, place, length).Replace('\0', ' ').Composed().Trim();
            cells.Add(text.Length > 0 ? text : null);
            place += length;
        }

        return cells;
    }

    private static Encoding Decoder(ReadOnlySpan<byte> texts, string? encoding) =>
        Encoding.GetEncoding(encoding ?? (System.Text.Unicode.Utf8.IsValid(texts) ? TextFileReader.Utf8 : TextFileReader.Windows));
}
