using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>The estimate of a named coefficient.</summary>
/// <param name="Name">The coefficient, such as a covariate.</param>
/// <param name="Estimate">Its estimate.</param>
public sealed record NamedEstimate(string Name, Estimate Estimate);
