namespace Utvardering.Statistics.Panels;

/// <summary>One tidy row: what one unit had in one period.</summary>
/// <param name="Unit">The unit's id, such as a municipality code "0380".</param>
/// <param name="Period">The first day of the period.</param>
/// <param name="Outcome">The outcome, or a count where there is an exposure; <see cref="double.NaN"/> when missing.</param>
/// <param name="Exposure">The exposure of a count in person-months; null in a panel whose outcome is no count.</param>
public sealed record PanelObservation(string Unit, DateOnly Period, double Outcome, double? Exposure = null);
