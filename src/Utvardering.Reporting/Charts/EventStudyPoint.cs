namespace Utvardering.Reporting.Charts;

/// <summary>The estimate of one quarter.</summary>
/// <param name="RelativeQuarter">Quarters since the first quarter with the programme: 0 is that quarter, −1 the one before.</param>
/// <param name="Quarter">The first day of the calendar quarter.</param>
/// <param name="Estimate">The estimate; null where there is none. In the reference quarter it is 0 by definition.</param>
/// <param name="Low">The lower end of the 95 % interval; null in the reference quarter.</param>
/// <param name="High">The upper end of the 95 % interval; null in the reference quarter.</param>
/// <param name="IsReference">Whether the others are measured against this quarter.</param>
/// <param name="IsIncomplete">Whether the quarter has fewer than three months of data or of the programme.</param>
public sealed record EventStudyPoint(
    int RelativeQuarter,
    DateOnly Quarter,
    double? Estimate,
    double? Low = null,
    double? High = null,
    bool IsReference = false,
    bool IsIncomplete = false);
