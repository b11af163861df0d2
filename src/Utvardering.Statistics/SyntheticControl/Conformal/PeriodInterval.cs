using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.SyntheticControl.Conformal;

/// <summary>The effect in one period of treatment.</summary>
/// <param name="Period">The period.</param>
/// <param name="Effect">The gap, in the unit of the outcome.</param>
/// <param name="Interval">Its interval; infinite where no effect can be rejected.</param>
/// <param name="PValue">The p-value of no effect in the period; NaN where the method gives none.</param>
public sealed record PeriodInterval(int Period, double Effect, ConfidenceInterval Interval, double PValue);
