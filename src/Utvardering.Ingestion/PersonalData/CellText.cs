using System.Globalization;
using System.Text;

namespace Utvardering.Ingestion.PersonalData;

/// <summary>
/// A cell in the few characters that the searches know: digits of any script as 0–9, dashes as '-', spaces as ' ',
/// letters in upper case, invisible characters left out.
/// </summary>
internal static class CellText
{
    // A spreadsheet's 9.901101E9 is the shortest that can be a personal number: seven digits and an exponent.
    private const int FewestDigits = 7;

    /// <summary>Whether a cell is worth reading closer: most cells of most files are not.</summary>
    public static bool MayHold(ReadOnlySpan<char> cell)
    {
        var digits = 0;
        foreach (var c in cell)
        {
            if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (c is '@' or '＠' || char.IsHighSurrogate(c) || (c > '\x7f' && char.IsDigit(c)))
            {
                // Scripts beyond ASCII are rare enough to go the whole way.
                return true;
            }
        }

        return digits >= FewestDigits;
    }

    /// <param name="to">At least as long as the cell.</param>
    /// <returns>How many characters were written.</returns>
    public static int Normalise(ReadOnlySpan<char> cell, Span<char> to)
    {
        var written = 0;
        for (var at = 0; at < cell.Length;)
        {
            if (Rune.DecodeFromUtf16(cell[at..], out var rune, out var length) != System.Buffers.OperationStatus.Done)
            {
                rune = Rune.ReplacementChar;
            }

            at += length;
            if (Plain(rune) is { } plain)
            {
                to[written++] = plain;
            }
        }

        return written;
    }

    private static char? Plain(Rune rune)
    {
        // Fullwidth forms mirror ASCII.
        var value = rune.Value is >= 0xFF01 and <= 0xFF5E ? rune.Value - 0xFEE0 : rune.Value;
        return value switch
        {
            < ' ' => ' ',
            <= '~' => char.ToUpperInvariant((char)value),
            0x2212 or 0x02D7 => '-',
            _ => Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.DecimalDigitNumber => (char)('0' + (int)Rune.GetNumericValue(rune)),
                UnicodeCategory.DashPunctuation => '-',
                UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control => ' ',
                UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => null,
                _ when rune.IsBmp => char.ToUpperInvariant((char)value),
                _ => '?',
            },
        };
    }
}
