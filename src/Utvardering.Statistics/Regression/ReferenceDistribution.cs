namespace Utvardering.Statistics.Regression;

/// <summary>The distribution that t-statistics are held against.</summary>
public enum ReferenceDistribution
{
    /// <summary>Student's t with (smallest number of clusters) − 1 degrees of freedom, or n − K without clusters; normal for count models.</summary>
    Clusters,

    /// <summary>Student's t with n − K degrees of freedom, clusters or not; normal for count models.</summary>
    Residual,

    /// <summary>The normal distribution.</summary>
    Normal,
}
