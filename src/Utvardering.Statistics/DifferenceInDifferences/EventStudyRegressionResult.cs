using System.Collections.Immutable;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>An event study by regression; see <see cref="EventStudyRegression"/>.</summary>
/// <param name="Times">One estimate for each time since treatment began, ascending, the reference among them.</param>
/// <param name="PreTrends">The joint test that all estimates before treatment are zero; null where there are none, or where standard errors allow none.</param>
/// <param name="Regression">The whole regression.</param>
/// <param name="Warnings">What the reader must know.</param>
public sealed record EventStudyRegressionResult(
    ImmutableArray<EventTimeEstimate> Times, WaldTest? PreTrends, RegressionInference Regression, ImmutableArray<EstimationWarning> Warnings);
