namespace Utvardering.Reporting.Rows;

/// <summary>What the report reads of <c>marts.municipality_series</c>: counts beside rates, so that a window's level can be pooled as the estimate pools it.</summary>
internal sealed record MunicipalitySeriesRow
{
    public required string IndicatorId { get; init; }
    public required string MunicipalityCode { get; init; }
    public required string Municipality { get; init; }
    public DateOnly PeriodStart { get; init; }
    public double? Numerator { get; init; }
    public double? Denominator { get; init; }
    public double? Value { get; init; }
}
