using System.Globalization;
using System.Runtime.CompilerServices;

namespace Utvardering.Ingestion.Direct;

/// <summary>Numbers as nearly all are written, read without a detour. What is written otherwise is judged in SQL.</summary>
internal static class PlainNumber
{
    /// <summary>Whole numbers of so many digits and powers of ten up to 10^22 are exact as double, so that their quotient is right to the last bit.</summary>
    private const int ExactDigits = 15;

    private const int LongDigits = 18;

    private static readonly double[] Powers = [.. Enumerable.Range(0, ExactDigits).Select(power => double.Parse($"1e{power}", CultureInfo.InvariantCulture))];

    /// <summary>Digits, with a minus before and decimals behind that may be absent.</summary>
    /// <param name="sign">The decimal sign.</param>
    /// <param name="number">The nearest double.</param>
    /// <returns>False: it is written otherwise.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryDecimal(ReadOnlySpan<byte> cell, byte sign, out double number)
    {
        number = 0;
        var digits = cell is [(byte)'-', ..] ? cell[1..] : cell;
        var (whole, point) = (0L, -1);
        for (var place = 0; place < digits.Length; place++)
        {
            var digit = (uint)(digits[place] - '0');
            if (digit <= 9)
            {
                whole = (whole * 10) + digit;
            }
            else if (digits[place] == sign && point < 0)
            {
                point = place;
            }
            else
            {
                return false;
            }
        }

        if (point == 0 || point == digits.Length - 1)
        {
            // No digit before the sign, or none behind it, or none at all.
            return false;
        }

        var decimals = point < 0 ? 0 : digits.Length - 1 - point;
        if (digits.Length - (point < 0 ? 0 : 1) > ExactDigits)
        {
            return sign == '.'
                && double.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
                && double.IsFinite(number);
        }

        number = (digits.Length == cell.Length ? (double)whole : -(double)whole) / Powers[decimals];
        return true;
    }

    /// <summary>Digits without zeros before them, with a minus before that may be absent.</summary>
    /// <returns>False: it is written otherwise, or is too long.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryWhole(ReadOnlySpan<byte> cell, out long number)
    {
        number = 0;
        var digits = cell is [(byte)'-', ..] ? cell[1..] : cell;
        if (digits.Length is 0 or > LongDigits || (digits[0] == '0' && cell.Length > 1))
        {
            return false;
        }

        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        number = digits.Length == cell.Length ? number : -number;
        return true;
    }
}
