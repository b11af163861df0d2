namespace Utvardering.Ingestion.Tests;

/// <summary>A clock that stands until it is set.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public static FixedClock At(int year, int month, int day) => new(new(year, month, day, 4, 15, 0, TimeSpan.Zero));

    public DateTimeOffset Time { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Time;
}
