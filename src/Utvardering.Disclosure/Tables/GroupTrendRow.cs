namespace Utvardering.Disclosure.Tables;

/// <summary>A group's figure by period, its moving year, and the moving year as an index.</summary>
public sealed record GroupTrendRow
{
    public required string OutcomeId { get; init; }
    public required string IndicatorId { get; init; }
    public required string GroupId { get; init; }
    public required string Origin { get; init; }
    public required string Grain { get; init; }
    public DateOnly PeriodStart { get; init; }
    public double? Value { get; init; }

    /// <summary>The rate over the year that ends with the period; null until a whole year is known.</summary>
    public double? Smooth { get; init; }

    /// <summary>
    /// <see cref="Smooth"/> with the figure of all the plan's periods before the start as 100. One year as the base would let its luck
    /// move the whole line.
    /// </summary>
    public double? Index { get; init; }
    public int Municipalities { get; init; }
    public int Members { get; init; }
    public string? ExposureStatus { get; init; }

    /// <summary>The least group total of persons among the periods behind <see cref="Smooth"/>.</summary>
    public long? Persons { get; init; }
    public required string Source { get; init; }
    public required string Vintage { get; init; }
}
