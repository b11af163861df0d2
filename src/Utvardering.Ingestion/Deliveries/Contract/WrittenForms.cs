using System.Globalization;
using Utvardering.Ingestion.Staging;

namespace Utvardering.Ingestion.Deliveries.Contract;

/// <summary>
/// Periods and numbers as senders and their spreadsheets write them, in the form that the schema checks. What fits no form stays as it is.
/// </summary>
internal static class WrittenForms
{
    /// <summary>2024K1, 2024 kv 1, kvartal 1 2024, or a spreadsheet's date → 2024-01-01.</summary>
    public static string Quarter(string cell) => WrittenPeriod.Day(WrittenPeriod.QuarterStart(cell))!;

    /// <summary>2024-03, 2024M03, mars 2024, or a spreadsheet's date → 2024-03-01.</summary>
    public static string Month(string cell) => WrittenPeriod.Day(WrittenPeriod.Month(cell))!;

    /// <summary>"1 234,5" → 1234.5.</summary>
    public static string Number(string cell) => WrittenNumber.Plain(cell)!;

    /// <summary>"1 234" → 1234. A decimal comma stays: a count with decimals is a mistake that the sender must see as written.</summary>
    public static string WholeNumber(string cell) => Number(cell) is var number && long.TryParse(number, CultureInfo.InvariantCulture, out _) ? number : cell;
}
