namespace Utvardering.Disclosure.Tables;

/// <summary>The average effect on the municipalities of one start in one period (Callaway and Sant'Anna), for several starts as for one.</summary>
public sealed record GroupTimeRow
{
    public required string ResultId { get; init; }
    public required string OutcomeId { get; init; }
    public required string DesignId { get; init; }
    public required string IndicatorId { get; init; }
    public required string Origin { get; init; }

    /// <summary>The first treated period of the cohort.</summary>
    public DateOnly Cohort { get; init; }
    public DateOnly PeriodStart { get; init; }
    public required string Grain { get; init; }
    public int CohortUnits { get; init; }
    public double? Estimate { get; init; }
    public double? Low { get; init; }
    public double? High { get; init; }
    public double Level { get; init; }
    public long? Persons { get; init; }
    public required string Source { get; init; }
    public required string Vintage { get; init; }
}
