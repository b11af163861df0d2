using System.Buffers.Binary;
using System.Text;

namespace Utvardering.Ingestion.Spreadsheets;

/// <summary>A part of a compound file.</summary>
/// <param name="Name">As the directory has it; names of the format itself begin with a control character.</param>
/// <param name="IsFolder">A storage, that is, a folder of parts.</param>
/// <param name="Content">Of a stream; empty for a folder.</param>
internal sealed record CompoundPart(string Name, bool IsFolder, byte[] Content);

/// <summary>The file of files in which older Office programs keep a document.</summary>
/// <seealso href="https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb/"/>
internal sealed class CompoundFile
{
    private const uint LastSector = 0xFFFFFFFA;
    private const int EntryLength = 128;
    private const int HeaderSectors = 109;

    // Of the directory, the table, the small table and the table's table.
    private static readonly int[] SectorCounts = [40, 44, 64, 72];

    private readonly byte[] bytes;
    private readonly int sectorLength;
    private readonly int miniLength;
    private readonly List<uint> next = [];
    private readonly List<uint> nextMini = [];
    private byte[] mini = [];

    private CompoundFile(byte[] bytes)
    {
        this.bytes = bytes;
        (sectorLength, miniLength) = (1 << Shift(30, 12), 1 << Shift(32, 9));
    }

    /// <summary>All parts but the root, in the directory's order.</summary>
    /// <exception cref="InvalidDataException">The bytes are no compound file, or are damaged.</exception>
    public static IReadOnlyList<CompoundPart> Parts(byte[] bytes)
    {
        try
        {
            return new CompoundFile(bytes).Read();
        }
        catch (Exception error) when (error is ArgumentException or OverflowException)
        {
            throw new InvalidDataException("the file is cut or damaged: a part of it leads outside the file", error);
        }
    }

    private List<CompoundPart> Read()
    {
        foreach (var place in SectorCounts.Where(place => Number(place) > bytes.Length / sectorLength))
        {
            throw new InvalidDataException($"the file is damaged: its header counts {Number(place)} sectors where there is room for {bytes.Length / sectorLength}");
        }

        foreach (var sector in TableSectors().Where(sector => sector < LastSector))
        {
            next.AddRange(Numbers(Sector(sector)));
        }

        var directory = Chain(Number(48));
        var entries = Enumerable.Range(0, directory.Length / EntryLength).Select(index => directory.AsMemory(index * EntryLength, EntryLength)).ToList();
        nextMini.AddRange(Numbers(Chain(Number(60))));
        mini = entries.Where(entry => Kind(entry) == 5).Select(entry => Chain(Start(entry))).FirstOrDefault() ?? [];
        return [.. entries.Where(entry => Kind(entry) is 1 or 2).Select(entry => new CompoundPart(Name(entry), Kind(entry) == 1, Kind(entry) == 1 ? [] : Content(entry)))];
    }

    /// <summary>Where the table of sectors lies: the first of them stand in the header, the rest in a chain of sectors of their own.</summary>
    private List<uint> TableSectors()
    {
        List<uint> sectors = [.. Enumerable.Range(0, HeaderSectors).Select(index => Number(76 + (4 * index)))];
        var left = bytes.Length / sectorLength;
        for (var at = Number(68); at < LastSector;)
        {
            if (left-- == 0)
            {
                throw new InvalidDataException("the file is damaged: its sectors lead in a circle");
            }

            // The last number of each leads to the next.
            sectors.AddRange(Numbers(Sector(at)));
            at = sectors[^1];
            sectors.RemoveAt(sectors.Count - 1);
        }

        return sectors;
    }

    private byte[] Content(ReadOnlyMemory<byte> entry)
    {
        var size = checked((int)BinaryPrimitives.ReadUInt32LittleEndian(entry.Span[120..]));
        var content = size < Number(56) ? MiniChain(Start(entry)) : Chain(Start(entry));
        return content.AsSpan(0, size).ToArray();
    }

    private byte[] Chain(uint first) => Chain(first, next, Sector);

    private byte[] MiniChain(uint first) => Chain(first, nextMini, sector => mini.AsSpan(checked((int)sector * miniLength), miniLength).ToArray());

    private static byte[] Chain(uint first, List<uint> next, Func<uint, byte[]> sector)
    {
        var content = new MemoryStream();
        var left = next.Count;
        for (var at = first; at < LastSector; at = next[(int)at])
        {
            if (at >= next.Count || left-- == 0)
            {
                throw new InvalidDataException("the file is damaged: its sectors lead nowhere or in a circle");
            }

            content.Write(sector(at));
        }

        return content.ToArray();
    }

    // The header takes the place of a sector.
    private byte[] Sector(uint sector) => bytes.AsSpan(checked((int)(sector + 1) * sectorLength), sectorLength).ToArray();

    private static int Kind(ReadOnlyMemory<byte> entry) => entry.Span[66];

    private static uint Start(ReadOnlyMemory<byte> entry) => BinaryPrimitives.ReadUInt32LittleEndian(entry.Span[116..]);

    private static string Name(ReadOnlyMemory<byte> entry) =>
        Encoding.Unicode.GetString(entry.Span[..Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry.Span[64..]) - 2, 0, 62)]);

    private static IEnumerable<uint> Numbers(byte[] sector) => Enumerable.Range(0, sector.Length / 4).Select(index => BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan(4 * index)));

    private uint Number(int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at, 4));

    private int Shift(int at, int most) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at, 2)) is var shift && shift <= most
        ? shift
        : throw new InvalidDataException("the file is damaged: its sectors have an impossible size");
}
