namespace Utvardering.Statistics.Panels;

/// <summary>A quarter of a unit for which not all three months were there.</summary>
/// <param name="Unit">The unit's id.</param>
/// <param name="Quarter">The first day of the quarter.</param>
/// <param name="MonthsPresent">0, 1 or 2.</param>
public sealed record PartialQuarter(string Unit, DateOnly Quarter, int MonthsPresent)
{
    /// <summary>The share of the quarter that is there: months present / 3.</summary>
    public double Share => MonthsPresent / 3.0;
}
