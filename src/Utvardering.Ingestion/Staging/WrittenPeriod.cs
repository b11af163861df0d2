using System.Globalization;
using System.Text.RegularExpressions;

namespace Utvardering.Ingestion.Staging;

/// <summary>
/// Days, months and quarters as people and programs write them, as the ISO date of their first day. A text that is no such period stays
/// as it is, for the check to report. <see cref="TextMacros"/> says the same in SQL.
/// </summary>
internal static partial class WrittenPeriod
{
    public const string IsoDay = "([0-9]{4})-([0-9]{2})-([0-9]{2})([t ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?)?";
    public const string CompactDay = "[0-9]{8}";
    public const string SlashedDay = "([0-9]{1,2})[/.]([0-9]{1,2})[/. ]([0-9]{4})";
    public const string NamedDay = "(?:den )?([0-9]{1,2})[.]? (" + MonthName + ")[.]?,? ([0-9]{4})";
    public const string NumberedMonth = "([0-9]{4})(?:[-/ ]?m?(?:0[1-9]|1[0-2])|m[1-9])";
    public const string NamedMonth = "(?:(?:" + MonthName + ")[.]?[ -]?[0-9]{4}|[0-9]{4}[ -]?(?:" + MonthName + ")[.]?)";
    public const string Quarter = "(?:[0-9]{4}[ -]?(?:kvartal|kv|k|q)[.]? ?[1-4]|(?:kvartal|kv|k|q)[.]? ?[1-4][ ,-] ?[0-9]{4})";

    /// <summary>Three letters a month, in order; English May and October are made Swedish first.</summary>
    public const string MonthLetters = "janfebmaraprmajjunjulaugsepoktnovdec";

    private const string MonthName =
        "jan(?:uari|uary)?|feb(?:ruari|ruary)?|mar(?:s|ch)?|apr(?:il)?|maj|may|june?|juni|july?|juli|aug(?:usti|ust)?|"
        + "sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

    /// <summary>"31/1 2024", "31 januari 2024", "20240131" → 2024-01-31.</summary>
    public static string? Day(string? text) => Read(text, plain =>
        IsoDays().IsMatch(plain) ? plain[..10]
        : CompactDays().IsMatch(plain) ? $"{plain[..4]}-{plain[4..6]}-{plain[6..]}"
        : SlashedDays().Match(plain) is { Success: true } slashed ? Iso(slashed.Groups[3].Value, Number(slashed.Groups[2]), Number(slashed.Groups[1]))
        : NamedDays().Match(plain) is { Success: true } named ? Iso(named.Groups[3].Value, MonthOf(named.Groups[2].Value), Number(named.Groups[1]))
        : null);

    /// <summary>"2024M01", "202401", "jan 2024" → 2024-01-01.</summary>
    public static string? Month(string? text) => Read(text, plain =>
        NumberedMonths().IsMatch(plain) ? Iso(plain[..4], int.Parse(Digits(plain[4..]), CultureInfo.InvariantCulture), 1)
        : NamedMonths().IsMatch(plain) ? Iso(Year(plain), MonthOf(Letters().Match(plain).Value), 1)
        : null);

    /// <summary>"2024K2", "kvartal 2 2024", "2024Q2" → 2024-04-01.</summary>
    public static string? QuarterStart(string? text) => Read(text, plain =>
        Quarters().IsMatch(plain) ? Iso(Year(plain), (3 * int.Parse(Digits(plain.Replace(Year(plain), "", StringComparison.Ordinal)), CultureInfo.InvariantCulture)) - 2, 1) : null);

    private static string? Read(string? text, Func<string, string?> read)
    {
        if (text is null)
        {
            return null;
        }

        var plain = Blanks().Replace(text, " ").Trim(' ').ToLowerInvariant();
        return read(plain) is { } iso && DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? iso : text;
    }

    private static string Iso(string year, int month, int day) => string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}-{day:00}");

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    private static string Year(string plain) => FourDigits().Match(plain).Value;

    private static string Digits(string plain) => NoDigit().Replace(plain, "");

    private static int MonthOf(string name)
    {
        var letters = name[..3] switch { "may" => "maj", "oct" => "okt", var same => same };
        return (MonthLetters.IndexOf(letters, StringComparison.Ordinal) / 3) + 1;
    }

    [GeneratedRegex("[ \u00A0\u202F]+")]
    private static partial Regex Blanks();

    [GeneratedRegex("[0-9]{4}")]
    private static partial Regex FourDigits();

    [GeneratedRegex("[^0-9]")]
    private static partial Regex NoDigit();

    [GeneratedRegex("[a-z]{3}")]
    private static partial Regex Letters();

    [GeneratedRegex("\\A(?:" + IsoDay + ")\\z")]
    private static partial Regex IsoDays();

    [GeneratedRegex("\\A(?:" + CompactDay + ")\\z")]
    private static partial Regex CompactDays();

    [GeneratedRegex("\\A(?:" + SlashedDay + ")\\z")]
    private static partial Regex SlashedDays();

    [GeneratedRegex("\\A(?:" + NamedDay + ")\\z")]
    private static partial Regex NamedDays();

    [GeneratedRegex("\\A(?:" + NumberedMonth + ")\\z")]
    private static partial Regex NumberedMonths();

    [GeneratedRegex("\\A(?:" + NamedMonth + ")\\z")]
    private static partial Regex NamedMonths();

    [GeneratedRegex("\\A(?:" + Quarter + ")\\z")]
    private static partial Regex Quarters();
}
