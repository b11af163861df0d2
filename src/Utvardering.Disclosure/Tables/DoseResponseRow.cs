namespace Utvardering.Disclosure.Tables;

/// <summary>
/// How the change goes with the hours of support over the treated municipalities. Hours were not drawn by lot: those who got more may have
/// differed already. No test is made of it.
/// </summary>
public sealed record DoseResponseRow
{
    public required string ResultId { get; init; }
    public required string OutcomeId { get; init; }
    public required string DesignId { get; init; }
    public required string IndicatorId { get; init; }
    public required string Origin { get; init; }
    public int Municipalities { get; init; }
    public double? HoursLeast { get; init; }
    public double? HoursMost { get; init; }

    /// <summary>Spearman's rank correlation of hours and change.</summary>
    public double? RankCorrelation { get; init; }

    /// <summary>Change in the indicator's unit per 100 hours, by least squares.</summary>
    public double? ChangePer100Hours { get; init; }
    public long? Persons { get; init; }
    public required string Source { get; init; }
    public required string Vintage { get; init; }
}
