using Utvardering.Portal.Wording;

namespace Utvardering.Portal.Tests.Wording;

public sealed class PortalLanguageTests
{
    [Theory]
    // 23:30 UTC on the 30th is 00:30 on the 1st in Stockholm in winter, 01:30 on the 1st in summer.
    [InlineData("2026-11-30T23:30Z", "2026-12-01T08:00Z", "i dag 00:30", "today 00:30")]
    [InlineData("2026-06-30T23:30Z", "2026-07-01T21:00Z", "i dag 01:30", "today 01:30")]
    [InlineData("2026-11-30T22:59Z", "2026-12-01T08:00Z", "i går 23:59", "yesterday 23:59")]
    [InlineData("2026-12-02T03:15Z", "2026-12-01T08:00Z", "i morgon 04:15", "tomorrow 04:15")]
    [InlineData("2026-11-28T03:15Z", "2026-12-01T08:00Z", "2026-11-28 04:15", "2026-11-28 04:15")]
    public void Times_are_those_of_Stockholm(string time, string now, string sv, string en)
    {
        var (at, today) = (DateTimeOffset.Parse(time, null), DateTimeOffset.Parse(now, null));
        Assert.Equal((sv, en), (Plain(PortalLanguage.Swedish.Moment(at, today)), Plain(PortalLanguage.English.Moment(at, today))));
    }

    [Theory]
    [InlineData(0.2, "0 s")]
    [InlineData(59.4, "59 s")]
    [InlineData(184, "3 min 4 s")]
    [InlineData(4_320, "1 tim 12 min")]
    [InlineData(183_600, "2 d 3 tim")]
    public void Durations_have_two_units_at_most(double seconds, string text) => Assert.Equal(text, Plain(PortalLanguage.Swedish.Duration(TimeSpan.FromSeconds(seconds))));

    [Theory]
    [InlineData(999, "999 B", "999 B")]
    [InlineData(2_400, "2,4 kB", "2.4 kB")]
    [InlineData(123_456_789, "123 MB", "123 MB")]
    public void Sizes_go_by_thousands(long bytes, string sv, string en) =>
        Assert.Equal((sv, en), (Plain(PortalLanguage.Swedish.Bytes(bytes)), Plain(PortalLanguage.English.Bytes(bytes))));

    [Fact]
    public void Numbers_and_what_is_missing_are_told_apart()
    {
        Assert.Equal("1 234 567", Plain(PortalLanguage.Swedish.Number(1_234_567)));
        Assert.Equal("1,234,567", PortalLanguage.English.Number(1_234_567));
        Assert.Equal("0", PortalLanguage.Swedish.Number(0L));
        Assert.Equal("–", PortalLanguage.Swedish.Number(null));
        Assert.Equal("1 rad", Plain(PortalLanguage.Swedish.Count(1, ("rad", "rader"), ("row", "rows"))));
    }

    private static string Plain(string text) => text.Replace('\u00a0', ' ');
}
