using System.Collections.Immutable;

namespace Utvardering.Statistics.SyntheticControl.SyntheticDid;

/// <summary>What units that start together were held against, and what came of it.</summary>
public sealed record SyntheticDidCohort
{
    /// <summary>The first period of treatment.</summary>
    public required int Start { get; init; }

    /// <summary>The treated units.</summary>
    public required ImmutableArray<string> Units { get; init; }

    /// <summary>τ̂ of the cohort.</summary>
    public required double Effect { get; init; }

    /// <summary>The cohort's share in the overall effect: its treated units × periods among all.</summary>
    public required double Share { get; init; }

    /// <summary>ω̂: a weight for every never-treated unit.</summary>
    public required ImmutableArray<UnitWeight> UnitWeights { get; init; }

    /// <summary>λ̂: a weight for every period before the start; all zero when weighted as a synthetic control.</summary>
    public required ImmutableArray<PeriodWeight> PeriodWeights { get; init; }

    /// <summary>σ̂: the standard deviation of the controls' first differences before the start.</summary>
    public required double NoiseLevel { get; init; }

    /// <summary>ζ of the unit weights; the ridge in the objective is ζ²T₀.</summary>
    public required double ZetaOmega { get; init; }

    /// <summary>ζ of the period weights; the ridge in the objective is ζ²N₀.</summary>
    public required double ZetaLambda { get; init; }

    /// <summary>
    /// The treated mean beside the weighted controls moved to the baseline Σ λₜ gapₜ: after the start the gap is the effect in the period.
    /// </summary>
    public required ImmutableArray<PeriodGap> Gaps { get; init; }
}
