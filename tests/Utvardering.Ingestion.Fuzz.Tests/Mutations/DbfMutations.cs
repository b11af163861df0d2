using System.Buffers.Binary;
using System.Text;
using Utvardering.Ingestion.Fuzz.Tests.Seeds;

namespace Utvardering.Ingestion.Fuzz.Tests.Mutations;

/// <summary>What the head of a dBASE table says of it, and its cells.</summary>
internal static class DbfMutations
{
    private const int Head = 32;

    public static (string Step, byte[] Bytes) Of(byte[] bytes, byte[] other, Draws draws)
    {
        if (bytes.Length < 200)
        {
            return ByteMutations.Of(bytes, other, draws);
        }

        var changed = bytes.ToArray();
        var start = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8));
        var cells = Math.Max(0, (bytes.Length - start - 2) / MadeDbf.FieldSize);
        switch (draws.Below(9))
        {
            case 0:
                BinaryPrimitives.WriteUInt32LittleEndian(changed.AsSpan(4), draws.Of([0u, 1u, 2u, 4u, 0x7FFFFFFFu, 0x80000000u, 0xFFFFFFFFu]));
                return ("number of records", changed);
            case 1:
                BinaryPrimitives.WriteUInt16LittleEndian(changed.AsSpan(draws.Chance(50) ? 8 : 10), (ushort)draws.Of([0, 1, 31, 32, 33, 64, 96, 161, 0x7FFF, 0xFFFF]));
                return ("size of head or record", changed);
            case 2:
                changed[Head + (32 * draws.Below(4)) + 16] = (byte)draws.Of([0, 1, 23, 25, 255]);
                return ("length of a field", changed);
            case 3:
                changed[Head + (32 * draws.Below(4)) + draws.Below(12)] = (byte)draws.Of([0, 0x0D, 0x20, 0x41, 0xC3, 0xFF]);
                return ("name of a field", changed);
            case 4:
                changed[Math.Min(changed.Length - 1, start)] = (byte)draws.Of(['*', ' ', '\0', '\u001A']);
                return ("mark of a record", changed);
            default:
                var cell = draws.Below(cells);
                var place = start + 1 + (cell * MadeDbf.FieldSize) + (cell / 4);
                var text = Encoding.UTF8.GetBytes(draws.Of(Nasty.Texts)).Take(MadeDbf.FieldSize).ToArray();
                for (var i = 0; i < MadeDbf.FieldSize && place + i < changed.Length; i++)
                {
                    changed[place + i] = i < text.Length ? text[i] : (byte)' ';
                }

                return ($"cell {cell}", changed);
        }
    }
}
