using System.Collections.Immutable;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.SyntheticControl.Pooled;

/// <summary>The mean effect over treated units, each with a synthetic control of its own.</summary>
public sealed record PooledEstimate
{
    /// <summary>The mean effect, judged by averages of as many placebos.</summary>
    public required Estimate Effect { get; init; }

    /// <summary>The mean effect, judged by the units' ranks among the placebos; the interval inverts that test.</summary>
    public required Estimate RankEffect { get; init; }

    /// <summary>The p-value of averages of effect / pre-treatment RMSPE, in which units that are followed badly count less.</summary>
    public required double PValueStandardised { get; init; }

    /// <summary>The treated units.</summary>
    public required ImmutableArray<PooledUnit> Units { get; init; }

    /// <summary>The mean gap by periods since the start (0 the first of treatment), over the units that have the period.</summary>
    public required ImmutableArray<PeriodGap> Gaps { get; init; }

    /// <summary>The averages of placebos with which the effect was compared.</summary>
    public required ImmutableArray<double> PlaceboAverages { get; init; }
}
