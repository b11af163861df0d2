using System.Collections.Immutable;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>What a two-way fixed effects estimate is made of; see <see cref="GoodmanBacon"/>.</summary>
/// <param name="Estimate">The two-way fixed effects estimate, from its own regression.</param>
/// <param name="Comparisons">The comparisons, by treated cohort and then control, the never-treated last.</param>
/// <param name="WithinWeight">Ω, the share of variation in adjusted treatment within cohorts; 0 without covariates.</param>
/// <param name="WithinEstimate">β̂ʷ, the coefficient from that variation; NaN without covariates.</param>
/// <param name="Sample">What it rests on.</param>
/// <param name="Warnings">What the reader must know.</param>
public sealed record GoodmanBaconDecomposition(
    double Estimate,
    ImmutableArray<GoodmanBaconComparison> Comparisons,
    double WithinWeight,
    double WithinEstimate,
    SampleSize Sample,
    ImmutableArray<EstimationWarning> Warnings)
{
    /// <summary>Σ weight · estimate over the comparisons.</summary>
    public double BetweenEstimate => Comparisons.Sum(comparison => comparison.Weight * comparison.Estimate);

    /// <summary>Ω β̂ʷ + (1 − Ω) Σ weight · estimate: the two-way fixed effects estimate put together again.</summary>
    public double Sum => (WithinWeight == 0 ? 0 : WithinWeight * WithinEstimate) + ((1 - WithinWeight) * BetweenEstimate);

    /// <summary>The total weight and the weighted mean of each kind that occurs.</summary>
    public ImmutableArray<(GoodmanBaconKind Kind, double Weight, double Estimate)> ByKind => [.. Comparisons
        .GroupBy(comparison => comparison.Kind)
        .OrderBy(kind => kind.Key)
        .Select(kind => (kind.Key, kind.Sum(one => one.Weight), kind.Sum(one => one.Weight * one.Estimate) / kind.Sum(one => one.Weight)))];

    /// <summary>The share that rests on comparisons with units treated already, which are wrong while effects change.</summary>
    public double ForbiddenWeight => Comparisons
        .Where(comparison => comparison.Kind is GoodmanBaconKind.LaterVsEarlier or GoodmanBaconKind.LaterVsAlwaysTreated)
        .Sum(comparison => comparison.Weight);
}
