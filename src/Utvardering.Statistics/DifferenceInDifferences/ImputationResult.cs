using System.Collections.Immutable;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>Imputation estimates; see <see cref="ImputationEstimator"/>.</summary>
/// <param name="Effect">The average effect over all treated cells that can be imputed, weighted where the panel is.</param>
/// <param name="Times">The average at each time since treatment began, from 0.</param>
/// <param name="Cohorts">The average over treated periods of each cohort.</param>
/// <param name="CohortTimes">Each cohort at each time.</param>
/// <param name="Leads">Estimates for the periods before treatment, on untreated cells alone; empty where none were asked for.</param>
/// <param name="PreTrends">The joint test that they are zero; null where there are none.</param>
public sealed record ImputationResult(
    Estimate Effect,
    ImmutableArray<EventTimeEstimate> Times,
    ImmutableArray<CohortEstimate> Cohorts,
    ImmutableArray<CohortEventTimeEstimate> CohortTimes,
    ImmutableArray<EventTimeEstimate> Leads,
    WaldTest? PreTrends);
