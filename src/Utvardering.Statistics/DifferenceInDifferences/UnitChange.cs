namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>One unit's values before and after treatment began.</summary>
/// <param name="Unit">The unit's id.</param>
/// <param name="Treated">Whether the unit is treated.</param>
/// <param name="Before">The mean or pooled rate over the window before.</param>
/// <param name="After">The mean or pooled rate over the window after.</param>
public sealed record UnitChange(string Unit, bool Treated, double Before, double After)
{
    /// <summary>After − before.</summary>
    public double Change => After - Before;
}
