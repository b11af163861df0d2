using System.Collections.Immutable;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>One unit's changes since the reference period.</summary>
/// <param name="Unit">The unit's id.</param>
/// <param name="Treated">Whether the unit is treated.</param>
/// <param name="Changes">y(period) − y(reference) for each period of the event study.</param>
public sealed record UnitSeries(string Unit, bool Treated, ImmutableArray<double> Changes);
