using System.Collections.Immutable;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>Interaction-weighted estimates; see <see cref="SunAbraham"/>.</summary>
/// <param name="Effect">The average effect over all treated cells.</param>
/// <param name="Times">The average over cohorts at each time since treatment, the reference among them.</param>
/// <param name="Cohorts">The average over treated periods of each cohort.</param>
/// <param name="CohortTimes">Each cohort at each time.</param>
/// <param name="PreTrends">The joint test that all averages before treatment are zero; null where there are none, or where standard errors allow none.</param>
/// <param name="Regression">The whole regression.</param>
public sealed record SunAbrahamResult(
    Estimate Effect,
    ImmutableArray<EventTimeEstimate> Times,
    ImmutableArray<CohortEstimate> Cohorts,
    ImmutableArray<CohortEventTimeEstimate> CohortTimes,
    WaldTest? PreTrends,
    RegressionInference Regression);
