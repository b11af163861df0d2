using Utvardering.Portal.Wording;

namespace Utvardering.Portal.Tests.Wording;

public sealed class ScheduleWordsTests
{
    [Theory]
    [InlineData("0 15 4 * * ?", "Varje dag 04:15", "Every day 04:15")]
    [InlineData("0 0 5 ? * MON", "Varje måndag 05:00", "Every Monday 05:00")]
    [InlineData("0 30 4 1 * ?", "Den 1 varje månad 04:30", "Day 1 of every month 04:30")]
    [InlineData("0 5 7 ? * MON-FRI", "Måndag–fredag 07:05", "Monday–Friday 07:05")]
    [InlineData("0 0 3 L * ?", "Sista dagen varje månad 03:00", "The last day of every month 03:00")]
    [InlineData("0 20 * * * ?", "Varje timme, minut 20", "Every hour, minute 20")]
    public void A_plain_schedule_is_told_in_words(string cron, string sv, string en)
    {
        var words = ScheduleWords.Of(cron)!;
        Assert.Equal((sv, en), (words.Sv, words.En));
    }

    [Theory]
    [InlineData("0 0/15 * * * ?")]
    [InlineData("0 15 4,16 * * ?")]
    [InlineData("0 15 4 ? 6 MON#2")]
    [InlineData("30 15 4 * * ?")]
    [InlineData("")]
    public void What_is_not_plain_is_left_as_it_stands(string cron) => Assert.Null(ScheduleWords.Of(cron));
}
