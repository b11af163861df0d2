using System.Buffers.Binary;
using System.Text;

namespace Utvardering.Ingestion.Spreadsheets;

/// <summary>A record of an .xls workbook.</summary>
/// <param name="Offset">Where it begins in the stream.</param>
/// <param name="Content">With what its continuing records add to it.</param>
/// <seealso href="https://learn.microsoft.com/openspecs/office_file_formats/ms-xls/"/>
internal sealed record BiffRecord(int Id, int Offset, byte[] Content)
{
    /// <summary>The stream of the compound file that holds the workbook.</summary>
    public const string Stream = "Workbook";

    public const int Begin = 0x0809;
    public const int End = 0x000A;
    public const int SheetPlace = 0x0085;
    public const int ErrorCell = 0x0205;
    public const int Formula = 0x0006;
    private const int Continue = 0x003C;
    private const int Version8 = 0x0600;

    /// <exception cref="InvalidDataException">The stream is cut, or of a version before Excel 97.</exception>
    public static List<BiffRecord> Read(byte[] stream)
    {
        var records = new List<BiffRecord>();
        for (var at = 0; at + 4 <= stream.Length;)
        {
            var (id, length) = (Number(stream, at), Number(stream, at + 2));
            if (id == 0 && length == 0)
            {
                // Blank to the end of the sector.
                break;
            }

            if (at + 4 + length > stream.Length)
            {
                throw new InvalidDataException("the workbook is cut within a record");
            }

            var content = stream.AsSpan(at + 4, length);
            if (id == Continue && records.Count > 0)
            {
                // A text that goes on begins with a byte that says how it is encoded.
                records[^1] = records[^1] with { Content = [.. records[^1].Content, .. content is [0 or 1, ..] ? content[1..] : content] };
            }
            else
            {
                records.Add(new(id, at, content.ToArray()));
            }

            at += 4 + length;
        }

        return records is [{ Id: Begin, Content.Length: >= 4 } first, ..] && Number(first.Content, 0) == Version8
            ? records
            : throw new InvalidDataException("the workbook is older than Excel 97");
    }

    /// <summary>The name and place of the sheet that this record of <see cref="SheetPlace"/> tells, and whether it is one of cells.</summary>
    public (string Name, int Offset, bool HasCells) Sheet()
    {
        var (letters, wide) = (Content[6], (Content[7] & 1) == 1);
        var name = wide ? Encoding.Unicode.GetString(Content, 8, 2 * letters) : Encoding.Latin1.GetString(Content, 8, letters);
        return (name, BinaryPrimitives.ReadInt32LittleEndian(Content), Content[5] == 0);
    }

    public static int Number(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
}
