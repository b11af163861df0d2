using System.Collections.Immutable;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>Group-time effects averaged to fewer numbers; see <see cref="GroupTimeEstimate"/>.</summary>
public sealed record GroupTimeAggregate
{
    /// <summary>The one number it comes to.</summary>
    public required Estimate Overall { get; init; }

    /// <summary>The averages by event time, cohort or period, ascending; none for the simple average.</summary>
    public required ImmutableArray<GroupTimePart> Parts { get; init; }

    /// <summary>The sup-t critical value of the uniform bands; null without a bootstrap.</summary>
    public double? CriticalValue { get; init; }

    /// <summary>The covariance matrix of the parts' estimates, parts × parts, from their influence functions; zero in the row and column of a reference.</summary>
    public required ImmutableArray<ImmutableArray<double>> Covariance { get; init; }
}
