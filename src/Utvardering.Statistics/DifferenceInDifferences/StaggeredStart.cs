using System.Collections.Immutable;
using Utvardering.Statistics.Panels;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>The units that start together, and the windows they are judged on.</summary>
/// <param name="Start">The first period of their treatment.</param>
/// <param name="Before">The periods before it.</param>
/// <param name="After">The periods after it; those between the windows (roll-in) are not used.</param>
/// <param name="Units">The ids of the units.</param>
public sealed record StaggeredStart(DateOnly Start, PeriodWindow Before, PeriodWindow After, ImmutableArray<string> Units);
