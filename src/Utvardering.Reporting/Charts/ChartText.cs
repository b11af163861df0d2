using System.Globalization;

namespace Utvardering.Reporting.Charts;

/// <summary>
/// Numbers and times as a reader of the language writes them. Made by hand instead of from a culture, so that the same chart comes out
/// of every machine whatever its language data.
/// </summary>
public static class ChartText
{
    private const string NoBreakSpace = "\u00A0";
    private const string Minus = "\u2212";

    private static readonly string[] SwedishMonths = ["jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"];
    private static readonly string[] EnglishMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>The language tag of BCP 47: <c>sv</c> or <c>en</c>.</summary>
    public static string Tag(ChartLanguage language) => language == ChartLanguage.Swedish ? "sv" : "en";

    /// <summary>1 234,5 (with a no-break space) or 1,234.5; a true minus sign, and none before a zero.</summary>
    public static string Number(double value, int decimals, ChartLanguage language)
    {
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        var digits = Math.Abs(rounded).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        if (language == ChartLanguage.Swedish)
            digits = digits.Replace(",", NoBreakSpace, StringComparison.Ordinal).Replace('.', ',');
        return rounded < 0 ? Minus + digits : digits;
    }

    /// <summary>As <see cref="Number"/>, with a plus sign before what is above zero.</summary>
    public static string WithSign(double value, int decimals, ChartLanguage language)
    {
        var number = Number(value, decimals, language);
        return Math.Round(value, decimals, MidpointRounding.AwayFromZero) > 0 ? "+" + number : number;
    }

    /// <summary>2023 kv 4, or Q4 2023.</summary>
    public static string Quarter(DateOnly date, ChartLanguage language) => language == ChartLanguage.Swedish
        ? $"{Year(date)} {QuarterOfYear(date, language)}"
        : $"{QuarterOfYear(date, language)} {Year(date)}";

    /// <summary>kv 4, or Q4.</summary>
    public static string QuarterOfYear(DateOnly date, ChartLanguage language)
    {
        var quarter = ((date.Month + 2) / 3).ToString(CultureInfo.InvariantCulture);
        return language == ChartLanguage.Swedish ? "kv" + NoBreakSpace + quarter : "Q" + quarter;
    }

    /// <summary>jan, mars, … or Jan, Mar, …</summary>
    public static string Month(DateOnly date, ChartLanguage language) =>
        (language == ChartLanguage.Swedish ? SwedishMonths : EnglishMonths)[date.Month - 1];

    /// <summary>The year in four digits.</summary>
    public static string Year(DateOnly date) => date.Year.ToString("0000", CultureInfo.InvariantCulture);
}
