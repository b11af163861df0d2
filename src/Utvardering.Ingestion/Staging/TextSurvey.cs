using System.Runtime.CompilerServices;
using System.Text;

namespace Utvardering.Ingestion.Staging;

/// <summary>One pass over a UTF-8 text for what the CSV reader does not tell.</summary>
/// <param name="FirstLine">Without line break and byte order mark; null when the file is empty.</param>
/// <param name="BlankLines">Line numbers, from 1, of lines without any character.</param>
/// <param name="HasCombiningMarks">Some letter stands as a base letter and a mark (U+0300–U+036F).</param>
/// <param name="HasNul">There is a NUL character, which no text has.</param>
internal sealed record TextSurvey(string? FirstLine, IReadOnlyList<long> BlankLines, bool HasCombiningMarks, bool HasNul)
{
    /// <summary>Bytes before a block that tell whether it begins with a blank line.</summary>
    private const int Before = 2;

    // Small enough to be looked through several times while it is near.
    private const int Block = 1 << 18;

    // The first bytes of U+0300–U+033F and U+0340–U+037F.
    private static ReadOnlySpan<byte> MarkLeads => [0xCC, 0xCD];

    /// <remarks>Lines are gone through only where one may be blank: the rest is vectorised searches.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TextSurvey Of(string utf8)
    {
        using var file = File.OpenHandle(utf8);
        var blank = new List<long>();
        var first = new List<byte>();
        var buffer = new byte[Before + (int)Math.Clamp(RandomAccess.GetLength(file), 1, Block)];
        buffer[Before - 1] = (byte)'\n';
        var (place, line, filled, marks, nul) = (0L, 1L, false, false, false);
        for (int read; (read = RandomAccess.Read(file, buffer.AsSpan(Before), place)) > 0; place += read)
        {
            var window = buffer.AsSpan(0, Before + read);
            var rest = window[Before..];
            marks |= rest.ContainsAny(MarkLeads);
            nul |= rest.Contains((byte)0);
            if (line > 1 && window.IndexOf("\n\n"u8) < 0 && window.IndexOf("\n\r\n"u8) < 0)
            {
                line += rest.Count((byte)'\n');
                filled &= !rest.Contains((byte)'\n');
                rest = rest[(rest.LastIndexOf((byte)'\n') + 1)..];
            }

            while (rest.IndexOf((byte)'\n') is >= 0 and var end)
            {
                Take(rest[..end]);
                if (!filled)
                {
                    blank.Add(line);
                }

                (line, filled) = (line + 1, false);
                rest = rest[(end + 1)..];
            }

            Take(rest);
            window[^Before..].CopyTo(buffer);
        }

        return new(place > 0 ? Encoding.UTF8.GetString([.. first]).TrimStart('\uFEFF').TrimEnd('\r') : null, blank, marks, nul);

        void Take(ReadOnlySpan<byte> part)
        {
            filled |= part.Length > 1 || (part.Length == 1 && part[0] != '\r');
            if (line == 1)
            {
                first.AddRange(part);
            }
        }
    }
}
