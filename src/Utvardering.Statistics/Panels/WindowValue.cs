namespace Utvardering.Statistics.Panels;

/// <summary>What one unit had over a window.</summary>
/// <param name="Unit">The unit's id.</param>
/// <param name="Value">The pooled rate or the mean; <see cref="double.NaN"/> when no period is present.</param>
/// <param name="PeriodsPresent">How many of the window's periods the unit has.</param>
public sealed record WindowValue(string Unit, double Value, int PeriodsPresent);
