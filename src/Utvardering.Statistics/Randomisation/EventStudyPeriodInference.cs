using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.Randomisation;

/// <summary>One period of an event study with its test and interval.</summary>
/// <param name="Period">The estimate.</param>
/// <param name="PTwoSided">Two-sided p-value of no effect in this period; null for the reference, whose estimate is zero by construction.</param>
/// <param name="Interval">Interval for this period alone (pointwise: it does not hold for all periods at once); null for the reference.</param>
public sealed record EventStudyPeriodInference(EventStudyPeriod Period, double? PTwoSided, ConfidenceInterval? Interval);
