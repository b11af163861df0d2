using Utvardering.Ingestion.Sources;
using Utvardering.Pipeline.Scheduling;
using Utvardering.Warehouse;

namespace Utvardering.Pipeline.Tests.Feeds;

public sealed class FeedScheduleTests
{
    private static readonly SourceDefinition Kolada = SourceReader.Read(Runner.Project, Path.Combine(Runner.Project.Sources, "kolada.yaml"));

    // 04:15 in Stockholm is 03:15 UTC in winter and 02:15 in summer; the clocks change on 31 March 2024.
    [Theory]
    [InlineData("0 15 4 * * ?", "2024-01-10T12:00:00Z", "2024-01-11T03:15:00Z")]
    [InlineData("0 15 4 * * ?", "2024-01-10T03:14:59Z", "2024-01-10T03:15:00Z")]
    [InlineData("0 15 4 * * ?", "2024-01-10T03:15:00Z", "2024-01-11T03:15:00Z")]
    [InlineData("0 15 4 * * ?", "2024-03-30T12:00:00Z", "2024-03-31T02:15:00Z")]
    [InlineData("0 0 5 ? * MON", "2024-07-03T00:00:00Z", "2024-07-08T03:00:00Z")]
    [InlineData("0 30 4 1 * ?", "2024-07-01T12:00:00Z", "2024-08-01T02:30:00Z")]
    public void The_next_time_is_by_the_clock_of_Stockholm(string schedule, string after, string next) =>
        Assert.Equal(DateTimeOffset.Parse(next, null), FeedSchedule.Of(Kolada with { Schedule = schedule })!.After(DateTimeOffset.Parse(after, null)));

    [Fact]
    public void Without_a_schedule_there_is_none() => Assert.Null(FeedSchedule.Of(Kolada with { Schedule = null }));

    [Theory]
    [InlineData("every night")]
    [InlineData("15 4 * * *")]
    [InlineData("0 75 4 * * ?")]
    public void A_text_that_is_no_schedule_is_told_with_its_file(string schedule)
    {
        var fault = Assert.Throws<InputException>(() => FeedSchedule.Of(Kolada with { Schedule = schedule }));
        Assert.Contains("kolada.yaml: 'schedule' is", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_schedule_of_the_repository_can_be_read() =>
        Assert.All(SourceReader.ReadAll(Runner.Project).Where(source => source.Schedule is not null), source => Assert.NotNull(FeedSchedule.Of(source)!.After(DateTimeOffset.UnixEpoch)));
}
