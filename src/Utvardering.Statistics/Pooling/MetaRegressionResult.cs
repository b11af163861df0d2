using System.Collections.Immutable;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.Pooling;

/// <summary>How the studies' effects depend on moderators.</summary>
/// <param name="Coefficients">The constant, then a coefficient for each moderator in their order.</param>
/// <param name="Residual">The heterogeneity left.</param>
/// <param name="RSquared">The share of τ² that the moderators explain, 0 … 1; NaN where there was none.</param>
/// <param name="ModeratorStatistic">The joint test of all moderators: Wald's χ², or F under Knapp–Hartung.</param>
/// <param name="ModeratorPValue">Its p-value.</param>
public sealed record MetaRegressionResult(
    ImmutableArray<Estimate> Coefficients, Heterogeneity Residual, double RSquared, double ModeratorStatistic, double ModeratorPValue);
