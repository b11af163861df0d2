namespace Utvardering.Statistics.Rates;

/// <summary>One stratum of the population studied beside the reference population's events and exposure.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Population">The exposure of the population studied.</param>
/// <param name="ReferenceCount">Events in the reference population.</param>
/// <param name="ReferencePopulation">Its exposure, in the same unit.</param>
public sealed record ReferenceStratum(string Name, double Population, double ReferenceCount, double ReferencePopulation);
