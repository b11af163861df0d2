namespace Utvardering.Statistics.Rates;

/// <summary>One unit of a funnel.</summary>
/// <param name="Name">The municipality.</param>
/// <param name="Numerator">Events observed, or how many have the trait.</param>
/// <param name="Denominator">Events expected, or how many there are.</param>
public sealed record FunnelPoint(string Name, double Numerator, double Denominator);
