using System.Globalization;
using System.Text.RegularExpressions;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Portal.Wording;

/// <summary>Schedules in words.</summary>
internal static partial class ScheduleWords
{
    private static readonly Dictionary<string, (string Sv, string En)> Days = new(StringComparer.OrdinalIgnoreCase)
    {
        ["MON"] = ("måndag", "Monday"),
        ["TUE"] = ("tisdag", "Tuesday"),
        ["WED"] = ("onsdag", "Wednesday"),
        ["THU"] = ("torsdag", "Thursday"),
        ["FRI"] = ("fredag", "Friday"),
        ["SAT"] = ("lördag", "Saturday"),
        ["SUN"] = ("söndag", "Sunday"),
    };

    /// <summary>What a cron expression says; null where it is none of the plain kinds, and is best shown as it is.</summary>
    /// <param name="cron">Second, minute, hour, day, month, weekday: Quartz's.</param>
    public static LocalText? Of(string cron)
    {
        if (cron.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not ["0", var minute, var hour, var day, "*", var weekday] || !Number().IsMatch(minute))
        {
            return null;
        }

        var at = Number().IsMatch(hour) ? $"{Two(hour)}:{Two(minute)}" : null;
        return (at, hour, day, weekday) switch
        {
            (not null, _, "*" or "?", "*" or "?") => new($"Varje dag {at}", $"Every day {at}"),
            (not null, _, "?", _) when Days.TryGetValue(weekday, out var named) => new($"Varje {named.Sv} {at}", $"Every {named.En} {at}"),
            (not null, _, "?", _) when weekday.Split('-') is [var first, var last] && Days.TryGetValue(first, out var from) && Days.TryGetValue(last, out var to) =>
                new($"{char.ToUpperInvariant(from.Sv[0])}{from.Sv[1..]}–{to.Sv} {at}", $"{from.En}–{to.En} {at}"),
            (not null, _, _, "?" or "*") when Number().IsMatch(day) => new($"Den {int.Parse(day, CultureInfo.InvariantCulture)} varje månad {at}", $"Day {int.Parse(day, CultureInfo.InvariantCulture)} of every month {at}"),
            (not null, _, "L", "?") => new($"Sista dagen varje månad {at}", $"The last day of every month {at}"),
            (null, "*", "*" or "?", "*" or "?") => new($"Varje timme, minut {Two(minute)}", $"Every hour, minute {Two(minute)}"),
            _ => null,
        };
    }

    private static string Two(string number) => number.PadLeft(2, '0');

    [GeneratedRegex("^[0-9]{1,2}$")]
    private static partial Regex Number();
}
