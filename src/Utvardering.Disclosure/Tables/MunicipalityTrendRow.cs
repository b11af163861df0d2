namespace Utvardering.Disclosure.Tables;

/// <summary>A municipality's figure by period and its moving year, for the groups that the plan shows.</summary>
public sealed record MunicipalityTrendRow
{
    public required string OutcomeId { get; init; }
    public required string IndicatorId { get; init; }
    public required string GroupId { get; init; }
    public required string MunicipalityCode { get; init; }
    public required string Municipality { get; init; }
    public required string Origin { get; init; }
    public required string Grain { get; init; }
    public DateOnly PeriodStart { get; init; }
    public double? Value { get; init; }

    /// <summary>The rate over the year that ends with the period; null until a whole year is known.</summary>
    public double? Smooth { get; init; }
    public required string Status { get; init; }
    public string? ExposureStatus { get; init; }
    public required string Source { get; init; }
    public required string Vintage { get; init; }
}
