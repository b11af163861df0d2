using System.Globalization;
using Utvardering.Reporting.Charts;

namespace Utvardering.Reporting.Wording;

internal sealed partial class ReportLanguage
{
    private static readonly string[] SwedishMonths =
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

    private static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>21 november 2026.</summary>
    public string Date(DateOnly date) => $"{date.Day.ToString(CultureInfo.InvariantCulture)} {Month(date)} {ChartText.Year(date)}";

    /// <summary>A period in words: januari 2024, kv 1 2024, 2024.</summary>
    /// <param name="start">Its first day.</param>
    /// <param name="grain"><c>month</c>, <c>quarter</c> or <c>year</c>.</param>
    public string Period(DateOnly start, string grain) => grain switch
    {
        "month" => $"{Month(start)} {ChartText.Year(start)}",
        "quarter" => $"{ChartText.QuarterOfYear(start, Chart)} {ChartText.Year(start)}",
        _ => ChartText.Year(start),
    };

    /// <summary>The periods from one to another, both included: januari–mars 2024, juli 2019–december 2023, 2019–2023.</summary>
    public string Range(DateOnly from, DateOnly to, string grain)
    {
        if (from == to)
        {
            return Period(to, grain);
        }

        return from.Year != to.Year || grain == "year"
            ? $"{Period(from, grain)}–{Period(to, grain)}"
            : $"{(grain == "month" ? Month(from) : ChartText.QuarterOfYear(from, Chart))}–{Period(to, grain)}";
    }

    /// <summary>A period in a data file: 2024-01, 2024-Q1, 2024.</summary>
    public static string PeriodCode(DateOnly start, string grain) => grain switch
    {
        "month" => start.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        "quarter" => $"{ChartText.Year(start)}-Q{((start.Month + 2) / 3).ToString(CultureInfo.InvariantCulture)}",
        _ => ChartText.Year(start),
    };

    /// <summary>A length of time in words: tre månader, ett år, två år och tre månader.</summary>
    public string Length(int months)
    {
        var (years, rest) = (months / 12, months % 12);
        var yearText = $"{Count(years, neuter: true)} {Say("år", years == 1 ? "year" : "years")}";
        var monthText = $"{Count(rest)} {Say(rest == 1 ? "månad" : "månader", rest == 1 ? "month" : "months")}";
        return years == 0 ? monthText : rest == 0 ? yearText : $"{yearText} {Say("och", "and")} {monthText}";
    }

    /// <summary>How many of the grain's periods: 17 kvartal.</summary>
    public string Periods(long count, string grain) => $"{Count(count, neuter: grain != "month")} {PeriodName(count, grain)}";

    /// <summary>What a period of the grain is called, in the number given.</summary>
    public string PeriodName(long count, string grain) => grain switch
    {
        "month" => Say(count == 1 ? "månad" : "månader", count == 1 ? "month" : "months"),
        "quarter" => Say("kvartal", count == 1 ? "quarter" : "quarters"),
        _ => Say("år", count == 1 ? "year" : "years"),
    };

    /// <summary>The months of a period of the grain.</summary>
    public static int MonthsIn(string grain) => grain switch { "month" => 1, "quarter" => 3, _ => 12 };

    private string Month(DateOnly date) => Say(SwedishMonths[date.Month - 1], EnglishMonths[date.Month - 1]);
}
