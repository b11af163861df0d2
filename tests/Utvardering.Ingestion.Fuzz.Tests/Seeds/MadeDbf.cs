using System.Text;

namespace Utvardering.Ingestion.Fuzz.Tests.Seeds;

/// <summary>A dBASE III table of text fields, in UTF-8.</summary>
internal static class MadeDbf
{
    public const int FieldSize = 24;

    public static byte[] Of(string[] fields, params string[][] records)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write([0x03, 123, 1, 1]);
        writer.Write(records.Length);
        writer.Write((ushort)(32 + (fields.Length * 32) + 1));
        writer.Write((ushort)(1 + (fields.Length * FieldSize)));
        writer.Write(new byte[20]);
        foreach (var name in fields)
        {
            writer.Write(Encoding.ASCII.GetBytes(name.PadRight(11, '\0') + "C"));
            writer.Write(new byte[4]);
            writer.Write((byte)FieldSize);
            writer.Write(new byte[15]);
        }

        writer.Write((byte)0x0D);
        foreach (var record in records)
        {
            writer.Write((byte)' ');
            foreach (var cell in record)
            {
                var text = Encoding.UTF8.GetBytes(cell);
                writer.Write([.. text.Take(FieldSize), .. Enumerable.Repeat((byte)' ', Math.Max(0, FieldSize - text.Length))]);
            }
        }

        writer.Write((byte)0x1A);
        return bytes.ToArray();
    }
}
