using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>The average effect on one cohort over its treated periods.</summary>
/// <param name="Cohort">The first period of treatment.</param>
/// <param name="Cells">Treated cells (units × periods) of the cohort.</param>
/// <param name="Estimate">The estimate.</param>
public sealed record CohortEstimate(int Cohort, int Cells, Estimate Estimate);
