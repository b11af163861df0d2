using System.Globalization;
using Utvardering.Reporting.Charts;

namespace Utvardering.Reporting.Wording;

internal sealed partial class ReportLanguage
{
    private static readonly string[] SwedishNumbers = ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];
    private static readonly string[] EnglishNumbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>1 234,5 or 1,234.5, with a true minus; an infinite value in words.</summary>
    public string Number(double value, int decimals) => double.IsInfinity(value)
        ? Say("ingen gräns", "no limit")
        : ChartText.Number(value, decimals, Chart);

    /// <summary>As <see cref="Number"/>, with a plus sign before what is above zero.</summary>
    public string Signed(double value, int decimals) => double.IsInfinity(value) ? Number(value, decimals) : ChartText.WithSign(value, decimals, Chart);

    public string Whole(long value) => ChartText.Number(value, 0, Chart);

    /// <summary>A number of things: in letters up to twelve, else in digits.</summary>
    /// <param name="count">The number.</param>
    /// <param name="neuter">Whether a single one is "ett" in Swedish.</param>
    public string Count(long count, bool neuter = false) => count is < 0 or > 12
        ? Whole(count)
        : Say(count == 1 && neuter ? "ett" : SwedishNumbers[count], EnglishNumbers[count]);

    /// <summary>A share of 1 without its sign: 0.083 is "8 procent", 0.0042 "0,4 procent".</summary>
    public string Percent(double share)
    {
        var percent = Math.Abs(share * 100);
        return $"{Number(percent, Quantity.OfPercent(percent))} {Say("procent", "per cent")}";
    }

    /// <summary>A share of 1 with its sign: −0.1 is "−10 procent".</summary>
    public string SignedPercent(double share) => double.IsInfinity(share)
        ? Number(share, 0)
        : $"{Signed(share * 100, Quantity.OfPercent(share * 100))} {Say("procent", "per cent")}";

    /// <summary>A p-value below this is told as less than 0.0001.</summary>
    public const double LeastPValue = 0.00005;

    /// <summary>A p-value with the digits that matter: two from 0.1, three from 0.001, else four.</summary>
    public string PValue(double p) => p < LeastPValue
        ? Say("mindre än 0,0001", "less than 0.0001")
        : Number(p, p >= 0.0995 ? 2 : p >= 0.00095 ? 3 : 4);

    /// <summary>A number as a spreadsheet of the reader's language takes it: six significant digits, no thousands separator, a plain hyphen as minus.</summary>
    public string Data(double value)
    {
        if (double.IsInfinity(value))
        {
            return value < 0 ? "-Inf" : "Inf";
        }

        var text = ((decimal)double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);
        return Say(text.Replace('.', ','), text);
    }
}
