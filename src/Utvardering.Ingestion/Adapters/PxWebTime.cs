using System.Globalization;

namespace Utvardering.Ingestion.Adapters;

/// <summary>A PxWeb table's times: a year (<c>2024</c>), or a month (<c>2026M04</c>).</summary>
internal static class PxWebTime
{
    /// <summary>The last day of the time, yyyy-MM-dd: what is counted is counted then. A code of another form stays, for the check to report.</summary>
    public static string LastDay(string code)
    {
        if (code.Length == 7 && code[4] == 'M' && DateOnly.TryParseExact(code.Replace('M', '-') + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
        {
            return first.AddMonths(1).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return code + "-12-31";
    }

    /// <summary>The year that a time is of.</summary>
    public static string Year(string code) => code.Length > 4 && code[4] == 'M' ? code[..4] : code;
}
