using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>The effect on one cohort at one time since its treatment began.</summary>
/// <param name="Cohort">The first period of treatment.</param>
/// <param name="EventTime">Periods since; negative before.</param>
/// <param name="Cells">Cells (units) of the cohort at this time.</param>
/// <param name="Estimate">The estimate.</param>
public sealed record CohortEventTimeEstimate(int Cohort, int EventTime, int Cells, Estimate Estimate);
