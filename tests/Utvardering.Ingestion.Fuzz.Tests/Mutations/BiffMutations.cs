using System.Buffers.Binary;

namespace Utvardering.Ingestion.Fuzz.Tests.Mutations;

/// <summary>Records of an older workbook, and the sectors of the compound file around them.</summary>
internal static class BiffMutations
{
    private const int Sector = 512;
    private const int Stream = 3 * Sector;

    private static readonly ushort[] Kinds = [0x0000, 0x000A, 0x0006, 0x003C, 0x00FC, 0x00FD, 0x0203, 0x0204, 0x027E, 0x00BD, 0x0208, 0x0809, 0x0085, 0x00E5, 0x002F, 0x041E, 0x00E0, 0x0207, 0x0205, 0x0031];
    private static readonly ushort[] Lengths = [0, 1, 2, 3, 4, 6, 7, 8, 255, 8224, 8228, 0x7FFF, 0xFFFF];

    public static (string Step, byte[] Bytes) Of(byte[] bytes, byte[] other, Draws draws)
    {
        var records = Records(bytes);
        if (records.Count == 0)
        {
            return ByteMutations.Of(bytes, other, draws);
        }

        var changed = bytes.ToArray();
        var record = draws.Of(records);
        var length = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(record + 2));
        switch (draws.Below(10))
        {
            case 0:
                Write(changed, record + 2, draws.Of(Lengths));
                return ($"length of record {record}", changed);
            case 1:
                Write(changed, record, draws.Of(Kinds));
                return ($"kind of record {record}", changed);
            case 2:
                Write(changed, record + 2, (ushort)(length + draws.Of([-1, 1, 4, 100])));
                return ($"length of record {record} a little off", changed);
            case 3:
                var table = Sector + (4 * draws.Below(16));
                BinaryPrimitives.WriteUInt32LittleEndian(changed.AsSpan(table), draws.Of([0u, 1u, 2u, 3u, 5u, 0xFFFFFFFEu, 0xFFFFFFFFu, 0x7FFFFFFFu, 1000u]));
                return ($"sector chain {table}", changed);
            case 4:
                BinaryPrimitives.WriteUInt32LittleEndian(changed.AsSpan(draws.Of([30, 44, 48, 56, 60, 64, 68, 72, 76, 80, (2 * Sector) + 116, (2 * Sector) + 120, (2 * Sector) + 128 + 116, (2 * Sector) + 128 + 120, (2 * Sector) + 68, (2 * Sector) + 76])), draws.Of([0u, 1u, 2u, 0xFFFFFFFEu, 0xFFFFFFFFu, 0x7FFFFFFFu, 4095u, 100000u]));
                return ("compound header or directory", changed);
            case 5 when length >= 4:
                Write(changed, record + 4, draws.Of([(ushort)0, (ushort)5, (ushort)0x7FFF, (ushort)0xFFFF]));
                Write(changed, record + 6, draws.Of([(ushort)0, (ushort)1, (ushort)255, (ushort)256, (ushort)0xFFFF]));
                return ($"place in record {record}", changed);
            default:
                var place = record + 4 + draws.Below(Math.Max(1, (int)length));
                changed[Math.Min(place, changed.Length - 1)] = draws.Of<byte>([0, 1, 0x30, 0x31, 0x39, 0x41, 0x7F, 0x80, 0xD8, 0xFF, (byte)draws.Below(256)]);
                return ($"byte {place} of record {record}", changed);
        }
    }

    /// <summary>Where records begin, as long as one follows the other.</summary>
    private static List<int> Records(byte[] bytes)
    {
        var places = new List<int>();
        for (var place = Stream; place + 4 <= bytes.Length && bytes.AsSpan(place, 4).ContainsAnyExcept((byte)0);)
        {
            places.Add(place);
            place += 4 + BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(place + 2));
        }

        return places;
    }

    private static void Write(byte[] bytes, int place, ushort value)
    {
        if (place + 2 <= bytes.Length)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(place), value);
        }
    }
}
