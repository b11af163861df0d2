using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.Pooling;

/// <summary>A municipality's effect drawn towards what all municipalities have in common.</summary>
/// <param name="Name">The municipality.</param>
/// <param name="Raw">Its own estimate.</param>
/// <param name="Value">The shrunken estimate, in the same unit.</param>
/// <param name="StandardError">The square root of the mean squared error, the uncertainty of the mean among it, τ² taken as known.</param>
/// <param name="Interval">Where the true effect lies.</param>
/// <param name="Reliability">The weight of its own estimate, τ² / (τ² + v): 1 keeps it, 0 gives the mean.</param>
public sealed record ShrunkenEffect(string Name, double Raw, double Value, double StandardError, ConfidenceInterval Interval, double Reliability);
