namespace Utvardering.Statistics.SyntheticControl;

/// <summary>The weight of a period before treatment.</summary>
/// <param name="Period">The period.</param>
/// <param name="Weight">Its share of the baseline.</param>
public readonly record struct PeriodWeight(int Period, double Weight);
