using Utvardering.Statistics.Intervals;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>One of the averages in a <see cref="GroupTimeAggregate"/>.</summary>
/// <param name="Key">The event time, cohort or calendar period.</param>
/// <param name="Estimate">The average effect.</param>
/// <param name="Band">The uniform band over all parts of the aggregate; null without a bootstrap and for the reference.</param>
/// <param name="IsReference">Whether it is zero by construction (universal base period).</param>
public sealed record GroupTimePart(int Key, Estimate Estimate, ConfidenceInterval? Band, bool IsReference);
