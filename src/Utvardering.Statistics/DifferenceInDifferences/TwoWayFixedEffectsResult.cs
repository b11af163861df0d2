using System.Collections.Immutable;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>A two-way fixed-effects regression; see <see cref="TwoWayFixedEffects"/>.</summary>
/// <param name="Effect">The coefficient of being treated, in the outcome's unit.</param>
/// <param name="Covariates">The coefficients of the covariates.</param>
/// <param name="Regression">The whole regression.</param>
public sealed record TwoWayFixedEffectsResult(Estimate Effect, ImmutableArray<NamedEstimate> Covariates, RegressionInference Regression);
