namespace Utvardering.SampleData.Settings;

/// <summary>A day that comes back every year.</summary>
internal sealed record YearlyDay
{
    public required int Month { get; init; }

    public required int Day { get; init; }

    public DateOnly In(int year) => new(year, Month, Day);
}
