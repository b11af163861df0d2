namespace Utvardering.Reporting.Rows;

/// <summary>What the report reads of <c>marts.series_break</c>: changes of definition by the registry, and large shifts of level in one municipality.</summary>
internal sealed record SeriesBreakRow
{
    public required string IndicatorId { get; init; }

    /// <summary><c>registered</c>, or the kind of shift that was found.</summary>
    public required string Kind { get; init; }
    public string? Municipality { get; init; }
    public required string Grain { get; init; }
    public DateOnly PeriodStart { get; init; }
    public string? TextSv { get; init; }
    public string? TextEn { get; init; }
}
