namespace Utvardering.Statistics.Rates;

/// <summary>One stratum, such as an age group, of the population studied beside the standard population.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Count">Events in the population studied.</param>
/// <param name="Population">Its exposure, in the unit the rate is asked in.</param>
/// <param name="Standard">The standard population's size, in any unit.</param>
public sealed record StandardStratum(string Name, long Count, double Population, double Standard);
