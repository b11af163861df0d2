namespace Utvardering.Disclosure.Tables;

/// <summary>The difference between the groups in one period, less that of the reference period.</summary>
public sealed record EventStudyRow
{
    public required string ResultId { get; init; }
    public required string OutcomeId { get; init; }
    public required string DesignId { get; init; }
    public required string IndicatorId { get; init; }
    public required string Origin { get; init; }

    /// <summary>Periods from the start: 0 is the first treated, −1 the reference.</summary>
    public int Relative { get; init; }
    public DateOnly PeriodStart { get; init; }
    public required string Grain { get; init; }
    public bool Reference { get; init; }

    /// <summary>Whether at least 95 per cent of the units' months in the period have data.</summary>
    public bool Complete { get; init; }
    public double? Estimate { get; init; }
    public double? Low { get; init; }
    public double? High { get; init; }
    public double Level { get; init; }
    public double? PValue { get; init; }
    public long? Persons { get; init; }
    public required string Source { get; init; }
    public required string Vintage { get; init; }
}
