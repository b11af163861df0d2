using System.Collections.Immutable;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.FewClusters;

/// <summary>A wild cluster bootstrap test; see <see cref="WildClusterBootstrap"/>.</summary>
public sealed record WildClusterBootstrapResult
{
    /// <summary>The coefficient with the usual clustered standard error, the bootstrap's interval and its symmetric p-value.</summary>
    public required Estimate Estimate { get; init; }

    /// <summary>t = (β̂ − β₀) / CR0 standard error. Factors for small samples are the same in every draw and are left out.</summary>
    public required double Statistic { get; init; }

    /// <summary>The share of draws with |t*| ≥ |t|, ties counted; where draws are sampled the observed counts as one more, (1 + #) / (1 + B).</summary>
    public required double PSymmetric { get; init; }

    /// <summary>The share of draws with |t*| &gt; |t|, ties not counted: fwildclusterboot's and boottest's convention.</summary>
    public required double PSymmetricStrict { get; init; }

    /// <summary>Twice the smaller of the two one-sided p-values, at most 1.</summary>
    public required double PEqualTailed { get; init; }

    /// <summary>Twice the smaller share of draws with t* below and above t, ties not counted.</summary>
    public required double PEqualTailedStrict { get; init; }

    /// <summary>The share with t* ≤ t, ties counted: small when the coefficient is below β₀.</summary>
    public required double PLower { get; init; }

    /// <summary>The share with t* ≥ t, ties counted: small when the coefficient is above β₀.</summary>
    public required double PUpper { get; init; }

    /// <summary>The smallest symmetric p-value that any data could give with these draws: weights that are all alike give |t| itself.</summary>
    public required double MinimumP { get; init; }

    /// <summary>t* of each draw.</summary>
    public required ImmutableArray<double> Distribution { get; init; }

    /// <summary>Whether every draw there is was taken, so that the p-values have no Monte Carlo error.</summary>
    public required bool IsExhaustive { get; init; }
}
