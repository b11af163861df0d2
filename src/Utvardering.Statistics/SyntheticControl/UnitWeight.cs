namespace Utvardering.Statistics.SyntheticControl;

/// <summary>The weight of a donor.</summary>
/// <param name="Unit">The donor.</param>
/// <param name="Weight">Its share of the synthetic control.</param>
public readonly record struct UnitWeight(string Unit, double Weight);
