namespace Utvardering.Statistics.Regression;

/// <summary>How standard errors are corrected for small samples.</summary>
/// <remarks>
/// The choices and defaults are those of fixest's <c>ssc</c> (Bergé, "On standard-errors"): K.adj, K.fixef, G.adj, G.df and t.df.
/// A covariance is multiplied by (n − 1) / (n − K) and, where there are clusters, by G / (G − 1).
/// </remarks>
public sealed record SmallSample
{
    /// <summary>Both factors, fixed effects nested in the clusters not counted, t with G − 1 degrees of freedom.</summary>
    public static SmallSample Default { get; } = new();

    /// <summary>No factor: the plain sandwich, CR0 and HC0.</summary>
    public static SmallSample None { get; } = new() { AdjustForParameters = false, AdjustForClusters = false };

    /// <summary>Whether to multiply by (n − 1) / (n − K).</summary>
    public bool AdjustForParameters { get; init; } = true;

    /// <summary>Whether to multiply by G / (G − 1), G the number of clusters (rows where there are none).</summary>
    public bool AdjustForClusters { get; init; } = true;

    /// <summary>Which fixed effects are in K.</summary>
    public FixedEffectCounting FixedEffects { get; init; } = FixedEffectCounting.NotNested;

    /// <summary>Which G where there are two clusterings.</summary>
    public ClusterFactor ClusterFactor { get; init; } = ClusterFactor.Minimum;

    /// <summary>What t-statistics are held against.</summary>
    public ReferenceDistribution Reference { get; init; } = ReferenceDistribution.Clusters;

    internal double ParameterFactor(int observations, int parameters) =>
        AdjustForParameters ? (observations - 1.0) / Math.Max(observations - parameters, 1) : 1;

    internal double ClusterFactorOf(int clusters) => AdjustForClusters ? clusters / (clusters - 1.0) : 1;
}
