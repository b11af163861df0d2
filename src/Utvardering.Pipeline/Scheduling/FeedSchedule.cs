using Quartz;
using Utvardering.Ingestion.Sources;
using Utvardering.Warehouse;

namespace Utvardering.Pipeline.Scheduling;

/// <summary>When a source is to be asked: its YAML's Quartz cron expression, by the clock of Europe/Stockholm.</summary>
public sealed class FeedSchedule
{
    /// <summary>The clock of all schedules, and of all times that are shown.</summary>
    public static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");
    private readonly CronExpression expression;

    private FeedSchedule(CronExpression expression) => this.expression = expression;

    /// <summary>The source's schedule, or null when it is taken in only when asked for.</summary>
    /// <exception cref="InputException">The text is no cron expression.</exception>
    public static FeedSchedule? Of(SourceDefinition source)
    {
        if (source.Schedule is not { } text)
        {
            return null;
        }

        try
        {
            return new(new CronExpression(text, Stockholm));
        }
        catch (FormatException fault)
        {
            throw new InputException($"{source.File}: 'schedule' is '{text}', which is no Quartz cron expression ({fault.Message}). Write second, minute, hour, day, month and weekday, as in \"0 15 4 * * ?\".", fault);
        }
    }

    /// <summary>A schedule that was read before.</summary>
    /// <param name="cron">A Quartz cron expression.</param>
    public static FeedSchedule Of(string cron) => new(new CronExpression(cron, Stockholm));

    /// <summary>The first time after the given one; null: never again.</summary>
    public DateTimeOffset? After(DateTimeOffset time) => expression.GetNextValidTimeAfter(time);
}
