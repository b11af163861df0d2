namespace Utvardering.Statistics.SyntheticControl;

/// <summary>A unit and its synthetic control in one period, in the unit of the outcome.</summary>
/// <param name="Period">The period.</param>
/// <param name="Observed">The unit's outcome.</param>
/// <param name="Synthetic">The synthetic control's.</param>
public readonly record struct PeriodGap(int Period, double Observed, double Synthetic)
{
    /// <summary>Observed − synthetic: after treatment began, the effect in the period.</summary>
    public double Gap => Observed - Synthetic;
}
