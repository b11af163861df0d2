using System.Globalization;
using System.Text.RegularExpressions;

namespace Utvardering.Ingestion.Deliveries.Contract;

/// <summary>
/// Periods and numbers as senders and their spreadsheets write them, in the form that the schema checks. What fits no form stays as it is.
/// </summary>
internal static partial class WrittenForms
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

    /// <summary>2024K1, 2024 kv 1, 2024-Q1, kvartal 1 2024 → 2024-01-01.</summary>
    public static string Quarter(string cell)
    {
        var match = YearQuarter().Match(cell.Trim()) is { Success: true } first ? first : QuarterYear().Match(cell.Trim());
        return match.Success
            ? string.Create(CultureInfo.InvariantCulture, $"{match.Groups["year"].Value}-{(3 * (match.Groups["quarter"].Value[0] - '0')) - 2:00}-01")
            : Day(cell);
    }

    /// <summary>2024-03, 202403, 2024M03, mars 2024 → 2024-03-01.</summary>
    public static string Month(string cell)
    {
        if (YearMonth().Match(cell.Trim()) is { Success: true } numbered)
        {
            return $"{numbered.Groups["year"].Value}-{numbered.Groups["month"].Value.PadLeft(2, '0')}-01";
        }

        if (MonthYear().Match(cell.Trim()) is { Success: true } named
            && Array.FindIndex(Months, month => named.Groups["month"].Value.StartsWith(month, StringComparison.OrdinalIgnoreCase)) is var index and >= 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{named.Groups["year"].Value}-{index + 1:00}-01");
        }

        return Day(cell);
    }

    /// <summary>"1 234" → 1234. A decimal comma stays: a count with decimals is a mistake that the sender must see as written.</summary>
    public static string WholeNumber(string cell) =>
        Grouped().IsMatch(cell) || Plain().IsMatch(cell) ? Blanks().Replace(cell, "").Replace('\u2212', '-') : cell;

    /// <summary>"1 234,5" → 1234.5.</summary>
    public static string Number(string cell)
    {
        var number = Blanks().Replace(cell, "").Replace('\u2212', '-').Replace(',', '.');
        return WithDecimals().IsMatch(number) && (!Blanks().IsMatch(cell.Trim()) || Grouped().IsMatch(cell.Split(',', '.')[0])) ? number : cell;
    }

    /// <summary>A spreadsheet's moment at midnight is the day.</summary>
    private static string Day(string cell) => cell.EndsWith("T00:00:00", StringComparison.Ordinal) ? cell[..^9] : cell;

    [GeneratedRegex(@"\A(?<year>[0-9]{4})\s?[-:]?\s?(?:kvartal|kv\.?|k|q)?\s?(?<quarter>[1-4])\z", RegexOptions.IgnoreCase)]
    private static partial Regex YearQuarter();

    [GeneratedRegex(@"\A(?:kvartal|kv\.?|k|q)\s?(?<quarter>[1-4])[\s,-]\s?(?<year>[0-9]{4})\z", RegexOptions.IgnoreCase)]
    private static partial Regex QuarterYear();

    [GeneratedRegex(@"\A(?<year>[0-9]{4})\s?(?:-|/|M)?\s?(?<month>0?[1-9]|1[0-2])\z", RegexOptions.IgnoreCase)]
    private static partial Regex YearMonth();

    [GeneratedRegex(@"\A(?<month>\p{L}{3,9})\.?\s(?<year>[0-9]{4})\z", RegexOptions.IgnoreCase)]
    private static partial Regex MonthYear();

    [GeneratedRegex(@"[ \u00A0\u202F]")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\A\s*[+\-\u2212]?[0-9]{1,3}(?:[ \u00A0\u202F][0-9]{3})+\s*\z")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\A\s*[+\-\u2212]?[0-9]+\s*\z")]
    private static partial Regex Plain();

    [GeneratedRegex(@"\A[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?\z")]
    private static partial Regex WithDecimals();
}
