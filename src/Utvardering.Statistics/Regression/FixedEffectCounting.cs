namespace Utvardering.Statistics.Regression;

/// <summary>Which fixed effects count as estimated parameters in K of the small-sample factor (n − 1) / (n − K).</summary>
public enum FixedEffectCounting
{
    /// <summary>Those not nested in the clusters: within a cluster the others take nothing from the freedom of the cluster sums.</summary>
    NotNested,

    /// <summary>All of them.</summary>
    All,

    /// <summary>None: slopes alone count.</summary>
    None,
}
