using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>A triple difference with the two differences in differences it is made of; see <see cref="TripleDifference"/>.</summary>
/// <param name="Effect">The effect on the affected group, beyond what the comparison group changed by.</param>
/// <param name="Affected">The difference in differences of the affected group alone.</param>
/// <param name="Comparison">That of the comparison group: near zero if the treated places changed in no other way.</param>
/// <param name="Regression">The whole regression.</param>
public sealed record TripleDifferenceResult(
    Estimate Effect, TwoWayFixedEffectsResult Affected, TwoWayFixedEffectsResult Comparison, RegressionInference Regression);
