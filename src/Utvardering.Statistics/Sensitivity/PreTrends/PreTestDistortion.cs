using System.Collections.Immutable;

namespace Utvardering.Statistics.Sensitivity;

/// <summary>How the pre-test behaves under one trend.</summary>
/// <param name="Power">The probability that some coefficient before treatment is significant.</param>
/// <param name="BayesFactor">P(pass | trend) / P(pass | parallel): near 1, passing says nothing.</param>
/// <param name="LikelihoodRatio">The density of the coefficients seen before treatment under the trend over that under parallel trends.</param>
/// <param name="Periods">The periods, without the reference.</param>
public sealed record PreTestDistortion(double Power, double BayesFactor, double LikelihoodRatio, ImmutableArray<PreTestPeriod> Periods);
