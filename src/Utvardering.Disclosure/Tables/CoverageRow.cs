namespace Utvardering.Disclosure.Tables;

/// <summary>A row of <c>marts.coverage</c>.</summary>
public sealed record CoverageRow
{
    public required string IndicatorId { get; init; }
    public required string TitleSv { get; init; }
    public required string TitleEn { get; init; }
    public required string Grain { get; init; }
    public DateOnly FirstPeriod { get; init; }
    public DateOnly LastPeriod { get; init; }
    public long Municipalities { get; init; }
    public long Cells { get; init; }
    public long Missing { get; init; }
    public long Preliminary { get; init; }
    public long Interpolated { get; init; }
    public long CarriedForward { get; init; }
    public required string Source { get; init; }
    public required string Vintage { get; init; }
}
