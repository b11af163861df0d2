using System.Buffers;
using System.Runtime.CompilerServices;

namespace Utvardering.Ingestion.Staging;

/// <summary>What a text's bytes say of all of its cells, without finding the cells. In doubt the answers are no.</summary>
internal sealed class CellSurvey
{
    /// <summary>Bytes of the window that were its last bytes before: each byte is judged with the one before and the one after.</summary>
    public const int Overlap = 2;

    /// <summary>Quotation mark, control characters but line breaks, and the first bytes of the blanks U+00A0 and U+202F.</summary>
    private static readonly SearchValues<byte> NeverBare =
        SearchValues.Create([(byte)'"', .. Enumerable.Range(0, 0x20).Select(value => (byte)value).Where(value => value is not ((byte)'\n' or (byte)'\r')), 0x7F, 0xC2, 0xE2]);

    private static readonly SearchValues<byte> ByNeighbours = SearchValues.Create(" \r._"u8);

    private static readonly SearchValues<byte> Edges = SearchValues.Create(",;|\n\r"u8);

    /// <summary>
    /// No cell has a quotation mark, a blank at its beginning or end, or a control character in it: cells are what stands between the
    /// delimiters, and need no trimming.
    /// </summary>
    public bool Bare { get; private set; } = true;

    /// <summary>
    /// Every point has a digit on both sides and no underscore has one: DuckDB, which also takes 1_000 and 1. for numbers, takes only what
    /// <see cref="Checks.TypedRows"/> does, but for infinity and NaN.
    /// </summary>
    public bool PlainNumbers { get; private set; } = true;

    /// <param name="window">The last <see cref="Overlap"/> bytes of the window before (line breaks at the beginning) and the next ones.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take(ReadOnlySpan<byte> window)
    {
        Bare = Bare && !window[Overlap..].ContainsAny(NeverBare);
        for (var place = 1; place < window.Length - 1 && (Bare || PlainNumbers); place++)
        {
            var found = window[place..^1].IndexOfAny(ByNeighbours);
            if (found < 0)
            {
                return;
            }

            place += found;
            Judge(window[place - 1], window[place], window[place + 1]);
        }
    }

    private void Judge(byte before, byte value, byte after)
    {
        switch (value)
        {
            case (byte)' ':
                Bare &= !Edges.Contains(before) && !Edges.Contains(after);
                break;
            case (byte)'\r':
                Bare &= after == '\n';
                break;
            case (byte)'.':
                PlainNumbers &= char.IsAsciiDigit((char)before) && char.IsAsciiDigit((char)after);
                break;
            default:
                PlainNumbers &= !char.IsAsciiDigit((char)before) && !char.IsAsciiDigit((char)after);
                break;
        }
    }
}
