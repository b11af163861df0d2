using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Utvardering.Reporting.Tests.Charts;

/// <summary>The pixels of an 8-bit RGBA PNG (W3C PNG specification, third edition): a picture's margins are measured by the rasteriser's own work.</summary>
internal sealed class PngPixels
{
    private const int BytesPerPixel = 4;
    private readonly byte[] rows;

    public PngPixels(byte[] png)
    {
        using var data = new MemoryStream();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var type = Encoding.ASCII.GetString(png, at + 4, 4);
            if (type == "IHDR")
            {
                Width = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at + 8));
                Height = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at + 12));
                Assert.Equal([8, 6, 0, 0, 0], png[(at + 16)..(at + 21)]);
            }
            else if (type == "IDAT")
            {
                data.Write(png, at + 8, length);
            }

            at += length + 12;
        }

        data.Position = 0;
        using var inflated = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionMode.Decompress)) zlib.CopyTo(inflated);
        rows = Unfilter(inflated.ToArray());
    }

    public int Width { get; private set; }

    public int Height { get; private set; }

    public bool IsWhite(int x, int y) => rows.AsSpan(((y * Width) + x) * BytesPerPixel, BytesPerPixel).IndexOfAnyExcept((byte)255) < 0;

    private byte[] Unfilter(byte[] filtered)
    {
        var stride = Width * BytesPerPixel;
        var result = new byte[stride * Height];
        for (var y = 0; y < Height; y++)
        {
            var filter = filtered[y * (stride + 1)];
            for (var i = 0; i < stride; i++)
            {
                var left = i < BytesPerPixel ? 0 : result[(y * stride) + i - BytesPerPixel];
                var up = y == 0 ? 0 : result[((y - 1) * stride) + i];
                var corner = y == 0 || i < BytesPerPixel ? 0 : result[((y - 1) * stride) + i - BytesPerPixel];
                result[(y * stride) + i] = (byte)(filtered[(y * (stride + 1)) + 1 + i] + Predicted(filter, left, up, corner));
            }
        }

        return result;
    }

    private static int Predicted(byte filter, int left, int up, int corner) => filter switch
    {
        0 => 0,
        1 => left,
        2 => up,
        3 => (left + up) / 2,
        4 => Paeth(left, up, corner),
        _ => throw new InvalidDataException($"PNG filter {filter}"),
    };

    private static int Paeth(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
