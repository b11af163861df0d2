namespace Utvardering.Disclosure.Tables;

/// <summary>A row of <c>marts.unknown_place</c>.</summary>
public sealed record UnknownPlaceRow
{
    public required string IndicatorId { get; init; }
    public long Year { get; init; }
    public long Placed { get; init; }
    public long UnknownPlace { get; init; }
    public long Months { get; init; }
    public required string Source { get; init; }
    public required string Vintage { get; init; }
}
