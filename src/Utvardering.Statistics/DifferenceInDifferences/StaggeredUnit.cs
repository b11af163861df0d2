using System.Collections.Immutable;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>One unit seen around each of several starts.</summary>
/// <param name="Unit">The unit's id.</param>
/// <param name="Start">The number of its own start, from 0; null where it is never treated.</param>
/// <param name="Before">Its mean or pooled rate over the window before, for each start.</param>
/// <param name="After">The same over the window after.</param>
/// <param name="Treatment">
/// By how much more of the window after than of the window before it was treated, for each start: 1 around its own, 0 where it is never treated.
/// </param>
public sealed record StaggeredUnit(string Unit, int? Start, ImmutableArray<double> Before, ImmutableArray<double> After, ImmutableArray<double> Treatment)
{
    /// <summary>After − before, around one start.</summary>
    public double Change(int start) => After[start] - Before[start];
}
