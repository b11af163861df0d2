using System.Collections.Immutable;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.SyntheticControl.Placebos;

/// <summary>The treated unit among units that were not treated.</summary>
public sealed record PlaceboInSpaceResult
{
    /// <summary>The mean gap, with the p-value of the RMSPE ratio.</summary>
    public required Estimate Effect { get; init; }

    /// <summary>The treated unit's synthetic control.</summary>
    public required SyntheticControlEstimate Treated { get; init; }

    /// <summary>The donors' own, in ordinal order.</summary>
    public required ImmutableArray<PlaceboUnit> Placebos { get; init; }

    /// <summary>The treated unit's place by RMSPE ratio, 1 for the largest; ties count against it.</summary>
    public required int Rank { get; init; }

    /// <summary>The number of units among which it is ranked, itself included.</summary>
    public required int Ranked { get; init; }

    /// <summary>The share of units whose RMSPE ratio is at least the treated unit's.</summary>
    public double PValueOfRatio => (double)Rank / Ranked;

    /// <summary>The share of units whose mean gap is at least as large, whatever its sign.</summary>
    public required double PValueOfEffect { get; init; }

    /// <summary>The share of units whose ratio, counting only gaps above zero after the start, is at least the treated unit's.</summary>
    public required double PValueOfIncrease { get; init; }

    /// <summary>The share of units whose ratio, counting only gaps below zero after the start, is at least the treated unit's.</summary>
    public required double PValueOfDecrease { get; init; }
}
