using System.Globalization;
using Utvardering.Pipeline.Scheduling;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Portal.Wording;

/// <summary>The language of a page. Both versions of a sentence stand side by side; numbers and times go by rules of our own, not by the machine's language data.</summary>
public sealed class PortalLanguage
{
    private PortalLanguage(string tag) => Tag = tag;

    public static PortalLanguage Swedish { get; } = new("sv");

    public static PortalLanguage English { get; } = new("en");

    /// <summary>The tag of BCP 47: <c>sv</c> or <c>en</c>.</summary>
    public string Tag { get; }

    public PortalLanguage Other => this == Swedish ? English : Swedish;

    /// <param name="tag">Whatever was asked for; all but <c>en</c> is Swedish.</param>
    public static PortalLanguage Of(string? tag) => tag == "en" ? English : Swedish;

    public string Say(string sv, string en) => this == Swedish ? sv : en;

    public string Say(LocalText text) => text.In(Tag);

    /// <summary>1 234 or 1,234.</summary>
    public string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture).Replace(",", Say("\u00a0", ","), StringComparison.Ordinal);

    /// <summary>A number or a dash.</summary>
    public string Number(long? value) => value is { } known ? Number(known) : "–";

    /// <summary>"1 rad", "12 rader".</summary>
    public string Count(long value, (string One, string Many) sv, (string One, string Many) en) =>
        $"{Number(value)}\u00a0{Say(value == 1 ? sv.One : sv.Many, value == 1 ? en.One : en.Many)}";

    /// <summary>2,4 MB; a thousand of each to the next.</summary>
    public string Bytes(long? bytes)
    {
        if (bytes is not { } count)
        {
            return "–";
        }

        var (value, unit) = count switch { < 1_000 => ((double)count, "B"), < 1_000_000 => (count / 1e3, "kB"), < 1_000_000_000 => (count / 1e6, "MB"), _ => (count / 1e9, "GB") };
        var digits = value.ToString(unit == "B" || value >= 100 ? "0" : "0.0", CultureInfo.InvariantCulture);
        return $"{(this == Swedish ? digits.Replace('.', ',') : digits)}\u00a0{unit}";
    }

    /// <summary>12 s, 3 min 4 s, 1 h 12 min, 2 d 3 h.</summary>
    public string Duration(TimeSpan time)
    {
        var seconds = (long)Math.Max(0, Math.Ceiling(time.TotalSeconds - 0.5));
        var text = seconds switch
        {
            < 60 => $"{seconds} s",
            < 3_600 => $"{seconds / 60} min {seconds % 60} s",
            < 86_400 => $"{seconds / 3_600} {Say("tim", "h")} {seconds % 3_600 / 60} min",
            _ => $"{seconds / 86_400} {Say("d", "d")} {seconds % 86_400 / 3_600} {Say("tim", "h")}",
        };
        return text.Replace(' ', '\u00a0');
    }

    /// <summary>"i dag 04:15", "i går 04:15", "i morgon 04:15", else "2026-11-28 04:15"; by the clock of Europe/Stockholm.</summary>
    /// <param name="time">The time.</param>
    /// <param name="now">What is today.</param>
    /// <param name="seconds">Whether seconds are said.</param>
    public string Moment(DateTimeOffset time, DateTimeOffset now, bool seconds = false)
    {
        var local = TimeZoneInfo.ConvertTime(time, FeedSchedule.Stockholm);
        var day = (local.Date - TimeZoneInfo.ConvertTime(now, FeedSchedule.Stockholm).Date).Days switch
        {
            0 => Say("i dag", "today"),
            -1 => Say("i går", "yesterday"),
            1 => Say("i morgon", "tomorrow"),
            _ => Day(time),
        };
        return $"{day} {local.ToString(seconds ? "HH:mm:ss" : "HH:mm", CultureInfo.InvariantCulture)}".Replace(' ', '\u00a0');
    }

    /// <summary>2026-11-28.</summary>
    public static string Day(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, FeedSchedule.Stockholm).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
